package io.github.miscope.spark.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Whether the class path has the Spark that this module was compiled for. */
public final class Libraries {

  /** What to depend on. */
  static final String DEPENDENCY = "org.apache.spark:spark-sql_2.13:4.1.3";

  private static final String VERSIONS = "spark-version-info.properties";

  /** Versions with the same interfaces begin so. */
  private static final String SUPPORTED = "4.";

  private static final String SCALA = "2.13";

  private Libraries() {}

  /**
   * Refuses to go on without Spark, or with one of another kind.
   *
   * @throws IllegalStateException if Spark is missing or of another version
   */
  public static void require() {
    String spark = spark();
    if (spark == null) {
      throw new IllegalStateException(
          "Spark is not on the class path: add "
              + DEPENDENCY
              + ", or start the program with spark-submit");
    }
    if (!spark.startsWith(SUPPORTED)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "Spark %s is on the class path, but miscope-spark needs Spark 4.x of Scala %s: take"
                  + " %s, and a cluster of the same version",
              spark,
              SCALA,
              DEPENDENCY));
    }
    String scala = version("library.properties", "version.number");
    if (scala != null && !scala.startsWith(SCALA + ".")) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "Scala %s is on the class path, but miscope-spark needs Spark of Scala %s: take %s",
              scala,
              SCALA,
              DEPENDENCY));
    }
  }

  /** The version of Spark; null where it is missing. */
  static @Nullable String spark() {
    return version(VERSIONS, "version");
  }

  /** From a file of the library, so that nothing of it is loaded. */
  private static @Nullable String version(String file, String key) {
    ClassLoader loader = Libraries.class.getClassLoader();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    for (ClassLoader each : new ClassLoader[] {loader, context}) {
      try (InputStream in = each == null ? null : each.getResourceAsStream(file)) {
        if (in != null) {
          Properties properties = new Properties();
          properties.load(in);
          String version = properties.getProperty(key);
          if (version != null) {
            return version;
          }
        }
      } catch (IOException e) {
        // As if it were not there.
      }
    }
    return null;
  }
}
