package io.github.miscope.spark.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import org.jspecify.annotations.Nullable;

/** The Spark context of this process: Spark allows one at a time. */
public final class Contexts {

  private static final int CONNECT_MILLIS = 5_000;

  private static final String ACTIVE = "spark.master";

  private static @Nullable SparkContext own;
  private static Map<String, String> ownOptions = Map.of();
  private static final Set<String> SENT = new HashSet<>();

  private Contexts() {}

  /**
   * The context that runs, or a new one.
   *
   * @throws IllegalStateException if the master does not answer, or another context is in the way
   */
  static synchronized SparkContext get(Place place) {
    SparkContext active = active();
    if (active != null && place.master().isEmpty()) {
      return active;
    }
    if (active != null && active.master().equals(place.master()) && hasOptions(active, place)) {
      return active;
    }
    if (active != null && active == own) {
      active.stop();
    } else if (active != null) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "this process already has a Spark context, with master %s: use it with"
                  + " Spark.active(), or stop it first",
              active.master()));
    }
    SparkContext made = make(place);
    own = made;
    ownOptions = place.options();
    SENT.clear();
    return made;
  }

  /** Stops the context that runs made. */
  public static synchronized void stop() {
    SparkContext made = own;
    if (made != null) {
      made.stop();
      own = null;
    }
  }

  /**
   * Gives a context up, and stops it if runs made it: no later run gets it, and a cluster does
   * nothing more for it.
   *
   * @param before told to whoever uses the context, before they hear of it from Spark
   */
  static synchronized void giveUp(SparkContext context, Runnable before) {
    before.run();
    if (context == own) {
      stop();
    }
  }

  private static @Nullable SparkContext active() {
    scala.Option<SparkContext> active = SparkContext$.MODULE$.getActive();
    return active.isEmpty() || active.get().isStopped() ? null : active.get();
  }

  private static boolean hasOptions(SparkContext context, Place place) {
    return context == own ? ownOptions.equals(place.options()) : place.options().isEmpty();
  }

  private static SparkContext make(Place place) {
    SparkConf conf = new SparkConf();
    conf.setIfMissing("spark.app.name", "miscope");
    if (!place.master().isEmpty()) {
      conf.setMaster(place.master());
    } else if (!conf.contains(ACTIVE)) {
      throw new IllegalStateException(
          "no Spark context is active: make one, start the program with spark-submit, or name a"
              + " master as in Spark.on(\"local[*]\")");
    }
    String master = conf.get(ACTIVE);
    if (master.startsWith("local")) {
      // Nobody else is to reach it, and no name of a host has to be known.
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.ui.enabled", "false");
    }
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    conf.setIfMissing("spark.log.level", "ERROR");
    place.options().forEach(conf::set);
    requireAnswer(master);
    try {
      return SparkContext.getOrCreate(conf);
    } catch (Exception e) { // Spark throws checked exceptions that it does not declare.
      throw refusal(master, e);
    }
  }

  private static RuntimeException refusal(String master, Exception thrown) {
    String text = String.valueOf(thrown.getMessage());
    if (text.contains("Could not parse Master URL")) {
      return new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "Spark knows no master %s: give local[*], spark://host:7077, yarn or"
                  + " k8s://https://host; yarn and k8s need spark-yarn_2.13 or"
                  + " spark-kubernetes_2.13 on the class path, which spark-submit brings along",
              master),
          thrown);
    }
    if (master.startsWith("spark://")) {
      return new IllegalStateException(Failures.noMaster(master) + "; Spark says: " + text, thrown);
    }
    return new IllegalStateException(
        "Spark does not start on " + master + ": see its options; Spark says: " + text, thrown);
  }

  /** Spark itself asks for a minute, and then stops the context. */
  private static void requireAnswer(String master) {
    if (!master.startsWith("spark://")) {
      return;
    }
    String reason = "";
    for (String address : master.substring("spark://".length()).split(",", -1)) {
      int colon = address.lastIndexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException(
            "master must be spark://host:port, as spark://host:7077: " + master);
      }
      try (Socket socket = new Socket()) {
        socket.connect(
            new InetSocketAddress(
                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
            CONNECT_MILLIS);
        return;
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "master must be spark://host:port, as spark://host:7077: " + master, e);
      } catch (IOException e) {
        reason = String.valueOf(e.getMessage());
      }
    }
    throw new IllegalStateException(
        String.format(
            Locale.ROOT,
            "no Spark master answers at %s (%s): start one with sbin/start-master.sh, check host"
                + " and port, or run on local[*]",
            master,
            reason));
  }

  /** Sends jars to the executors, each once. */
  static synchronized void send(
      SparkContext context, Collection<Path> jars, Collection<String> more) {
    for (Path jar : jars) {
      send(context, jar.toUri().toString());
    }
    for (String jar : more) {
      send(context, jar);
    }
  }

  private static void send(SparkContext context, String jar) {
    if (SENT.add(context.applicationId() + " " + jar)) {
      context.addJar(jar);
    }
  }
}
