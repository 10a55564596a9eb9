package io.github.miscope.neural;

import io.github.miscope.ApiContract;

class NeuralApiTest extends ApiContract {
  NeuralApiTest() {
    super(NeuralMutualInformation.class, "src/test/resources/api/miscope-neural.api");
  }
}
