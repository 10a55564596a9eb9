package io.github.miscope.spark;

import io.github.miscope.ApiContract;

class SparkApiTest extends ApiContract {
  SparkApiTest() {
    super(Spark.class, "src/test/resources/api/miscope-spark.api");
  }
}
