package io.github.miscope;

import io.github.miscope.estimator.Estimate;

class CoreApiTest extends ApiContract {
  CoreApiTest() {
    super(Estimate.class, "src/test/resources/api/miscope-core.api");
  }
}
