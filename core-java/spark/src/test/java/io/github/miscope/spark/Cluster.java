package io.github.miscope.spark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** A standalone master and its workers on loopback, each a process. */
final class Cluster implements AutoCloseable {

  /** For code that runs once. */
  private static final List<String> FAST_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final Path HOME = Path.of(System.getenv("SPARK_HOME"));

  private final Path logs;
  private final int port;
  private final Process master;
  private final List<Process> workers = new ArrayList<>();

  private Cluster(Path logs, int port, Process master) {
    this.logs = logs;
    this.port = port;
    this.master = master;
  }

  /**
   * What a distribution of Spark has in its folder: here one jar, whose manifest names those of the
   * class path.
   */
  static void install() throws IOException {
    Path jars = Files.createDirectories(HOME.resolve("jars"));
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(
        Attributes.Name.CLASS_PATH,
        ofSpark().stream()
            .map(jar -> Path.of(jar).toUri())
            .map(URI::toString)
            .collect(Collectors.joining(" ")));
    Path jar = jars.resolve("spark.jar");
    Path unfinished = Files.createTempFile(jars, "spark", ".tmp");
    try (OutputStream out = Files.newOutputStream(unfinished);
        JarOutputStream empty = new JarOutputStream(out, manifest)) {
      empty.finish();
    }
    Files.move(unfinished, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The class path without miscope and its libraries: executors get those from the driver. */
  private static List<String> ofSpark() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.endsWith(".jar"))
        .filter(
            entry ->
                !entry.contains("miscope")
                    && !entry.contains("commons-rng")
                    && !entry.contains("commons-statistics")
                    && !entry.contains("commons-numbers")
                    && !entry.contains("commons-csv")
                    && !entry.contains("ejml"))
        .toList();
  }

  static Cluster start(Path folder, int workers) throws Exception {
    install();
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process master =
        java(
            folder.resolve("master.log"),
            "512m",
            "org.apache.spark.deploy.master.Master",
            "--host",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--webui-port",
            "0");
    Cluster cluster = new Cluster(folder, port, master);
    waitFor(folder.resolve("master.log"), "I have been elected leader", master);
    for (int w = 0; w < workers; w++) {
      cluster.startWorker();
    }
    for (int w = 0; w < workers; w++) {
      cluster.waitForWorker(w);
    }
    return cluster;
  }

  void addWorker() throws Exception {
    startWorker();
    waitForWorker(workers.size() - 1);
  }

  private void startWorker() throws IOException {
    int number = workers.size();
    Path work = Files.createDirectories(logs.resolve("worker" + number));
    Process worker =
        java(
            workerLog(number),
            "256m",
            "org.apache.spark.deploy.worker.Worker",
            "--host",
            "127.0.0.1",
            "--webui-port",
            "0",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--work-dir",
            work.toString(),
            master());
    workers.add(worker);
  }

  private Path workerLog(int worker) {
    return logs.resolve("worker" + worker + ".log");
  }

  private void waitForWorker(int worker) throws Exception {
    waitFor(workerLog(worker), "Successfully registered with master", workers.get(worker));
  }

  String master() {
    return "spark://127.0.0.1:" + port;
  }

  /** A runner on this cluster. */
  Spark spark() {
    return onLoopback(Spark.on(master())).withOption("spark.executor.memory", "700m");
  }

  /** Without a name of this machine, and with executors that start fast. */
  static Spark onLoopback(Spark spark) {
    return spark
        .withOption("spark.driver.host", "127.0.0.1")
        .withOption("spark.driver.bindAddress", "127.0.0.1")
        .withOption("spark.ui.enabled", "false")
        .withOption("spark.executor.extraJavaOptions", String.join(" ", FAST_START));
  }

  /** Kills a worker and the executor that it started, as a machine that fails would. */
  void kill(int worker) {
    List<ProcessHandle> executors = workers.get(worker).descendants().toList();
    workers.get(worker).destroyForcibly();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() {
    for (int w = 0; w < workers.size(); w++) {
      kill(w);
    }
    master.destroyForcibly();
  }

  /** A process with the whole class path of this one. */
  static Process java(Path log, String memory, String main, String... arguments)
      throws IOException {
    return process(log, System.getProperty("java.class.path"), memory, main, arguments);
  }

  /** What {@code spark-submit} starts: a process that has nothing but Spark. */
  static Process submit(Path log, String... arguments) throws IOException {
    String spark = String.join(File.pathSeparator, ofSpark());
    return process(log, spark, "512m", "org.apache.spark.deploy.SparkSubmit", arguments);
  }

  private static Process process(
      Path log, String classPath, String memory, String main, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-Dspark.log.level=INFO",
                // The master never ends an application: the driver is to say what is wrong.
                "-Dspark.deploy.maxExecutorRetries=-1"));
    command.addAll(FAST_START);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static void waitFor(Path log, String text, Process process) throws Exception {
    for (int tick = 0; tick < 600; tick++) {
      if (Files.exists(log) && Files.readString(log).contains(text)) {
        return;
      }
      if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("it ended: " + Files.readString(log));
      }
    }
    throw new IllegalStateException("not within a minute: " + Files.readString(log));
  }
}
