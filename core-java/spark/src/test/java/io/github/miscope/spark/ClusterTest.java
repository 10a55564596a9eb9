package io.github.miscope.spark;

import io.github.miscope.plan.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors in other processes, which have nothing of miscope but what they are sent. */
@Order(Integer.MAX_VALUE - 1)
class ClusterTest {

  @TempDir Path folder;

  @Test
  void rowsOfALocalClusterAreThoseOfALocalRun() throws Exception {
    Cluster.install();
    Spark spark = Cluster.onLoopback(Spark.on("local-cluster[2,1,1024]"));
    SameRows.check(spark, Progress.none(), folder);
    DistributedKsgTest.assertLocalBits(spark);
  }
}
