package io.github.miscope.spark.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.junit.jupiter.api.Test;

class FailuresTest {

  /**
   * What Spark says where executors do not reach the driver. A master with several workers says so
   * only once all of their executors have ended at the same moment, which can take minutes.
   */
  @Test
  void aDriverThatExecutorsDoNotReachIsNamed() {
    Contexts.stop();
    SparkConf conf =
        new SparkConf()
            .setMaster("local[1]")
            .setAppName("messages")
            .set("spark.driver.host", "127.0.0.2")
            .set("spark.driver.bindAddress", "127.0.0.1")
            .set("spark.ui.enabled", "false");
    SparkContext context = new SparkContext(conf);
    try {
      RuntimeException thrown =
          new RuntimeException("Job aborted: Master removed our application: FAILED");
      String message = Failures.of(thrown, context).getMessage();
      assertTrue(
          message.startsWith(
              "the cluster ended the application, since its executors did not start or could not"
                  + " reach the driver at 127.0.0.2"),
          message);
      assertTrue(message.contains("withOption(\"spark.driver.host\""), message);
    } finally {
      context.stop();
    }
  }
}
