package io.github.miscope.spark.internal;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.SparkContext;

/** What Spark throws, as messages that say what to do. */
final class Failures {

  /** A class of Spark whose like cannot be read, or that lacks what the other side has. */
  private static final Pattern OTHER_SPARK = misfit("org[./]apache[./]spark[./]");

  private static final Pattern OTHER_MISCOPE =
      Pattern.compile(
          misfit("io[./]github[./]miscope[./]").pattern() + "|Other(Class|Version)Exception: ");

  private Failures() {}

  private static Pattern misfit(String packages) {
    return Pattern.compile(
        "(InvalidClassException|NoSuchMethodError|NoSuchFieldError|IncompatibleClassChangeError"
            + "|AbstractMethodError): [^\n]*"
            + packages);
  }

  /** An executor, or this process where it is the executor, has too little memory for a cell. */
  static RuntimeException ofMemory(Throwable error, SparkContext context) {
    return new IllegalStateException(memory(context) + "; Spark says: " + error, error);
  }

  private static String memory(SparkContext context) {
    if (context.isLocal()) {
      return "the process ran out of memory: give it more with -Xmx, or let Spark do fewer cells at"
          + " a time with local[1]";
    }
    return "an executor ran out of memory (it has "
        + context.conf().get("spark.executor.memory", "1g")
        + "): give it more with withOption(\"spark.executor.memory\", \"4g\"), or let it do fewer"
        + " cells at a time with withOption(\"spark.executor.cores\", \"1\")";
  }

  static boolean isStopped(IllegalStateException thrown) {
    return String.valueOf(thrown.getMessage()).startsWith("Cannot call methods on a stopped");
  }

  /** Something listens at the address, and is no master of this version. */
  static String noMaster(String master) {
    return "what answers at "
        + master
        + " took no application: look whether it is a Spark master (7077 is its port, 8080 that of"
        + " its web page) of the version of the driver, "
        + Libraries.spark();
  }

  /** No executor has been there for some seconds. */
  static RuntimeException noExecutor(SparkContext context, long seconds) {
    return new IllegalStateException(
        String.format(
            Locale.ROOT,
            "no executor has reached the driver for %d s: the cluster has no core or memory to"
                + " spare (an executor is to have %s), or executors do not reach the driver at %s."
                + " Look at the master's page, and at the executors' stderr in the workers' folder"
                + " work; ask for less with withOption(\"spark.executor.memory\", ...), name an"
                + " address of this machine that the workers know with"
                + " withOption(\"spark.driver.host\", ...), or wait longer with withOption(\"%s\","
                + " \"2h\")",
            seconds,
            context.conf().get("spark.executor.memory", "1g"),
            context.conf().get("spark.driver.host", "its own address"),
            ExecutorWatch.LIMIT));
  }

  static RuntimeException of(Throwable thrown, SparkContext context) {
    String text = String.valueOf(thrown.getMessage());
    String advice;
    if (text.contains("OutOfMemoryError")
        || text.contains("exit code 52")
        || text.contains("exited with code 52")
        || text.contains("Container killed by YARN for exceeding")
        || text.contains("OOMKilled")) {
      advice = memory(context);
    } else if (OTHER_SPARK.matcher(text).find()) {
      advice =
          "the executors run another version of Spark than the driver ("
              + context.version()
              + "): use the same version on both sides";
    } else if (OTHER_MISCOPE.matcher(text).find()) {
      advice =
          "the executors have another version of miscope on their class path than the driver, which"
              + " sends its own: take miscope's jars out of spark.executor.extraClassPath and of"
              + " the folder jars of the cluster's Spark";
    } else if (text.contains("All masters are unresponsive")) {
      advice = noMaster(context.master());
    } else if (text.contains("Master removed our application")) {
      advice =
          "the cluster ended the application, since its executors did not start or could not reach"
              + " the driver at "
              + context.conf().get("spark.driver.host", "its own address")
              + ": name an address of this machine that the workers know with"
              + " withOption(\"spark.driver.host\", ...), and see the executors' stderr in the"
              + " workers' folder work";
    } else if (text.contains("MissingClassException")
        || text.contains("NoClassDefFoundError")
        || text.contains("ClassNotFoundException")) {
      advice =
          "a class of the plan is missing on the executors: add its jar with"
              + " withJars(List.of(...))";
    } else if (context.isStopped() || text.contains("SparkContext was shut down")) {
      advice =
          "the Spark context was stopped while the plan ran: look whether master and workers still"
              + " run, and start the plan again; with a checkpoint it goes on from there";
    } else {
      advice = "Spark could not finish the plan; with a checkpoint, a new run goes on from there";
    }
    return new IllegalStateException(advice + "; Spark says: " + text, thrown);
  }
}
