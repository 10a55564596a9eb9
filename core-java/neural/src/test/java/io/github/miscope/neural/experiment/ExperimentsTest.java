package io.github.miscope.neural.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.data.FashionMnist;
import io.github.miscope.neural.data.SphericalPatterns;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.sample.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Experiments but for those with tests of their own. */
class ExperimentsTest {

  private static ExperimentResult run(Experiment experiment, int epochs) {
    NetworkTraining training = experiment.plan().training();
    return experiment.withTraining(training.withEpochs(epochs)).run();
  }

  @Test
  void theImageNetworkLearns() {
    ExperimentResult result = run(Experiments.imageNetwork(Size.SMALL), 1);
    assertTrue(result.network().first().test().accuracy() < 0.3);
    assertTrue(result.network().last().test().accuracy() > 0.7, result.network().toString());
    assertEquals(32 * 49, result.network().last().activations(2, result.experiment().inputs()).d());
  }

  @Test
  void theNetworksOfTheInformationPlaneLearn() {
    ExperimentResult images =
        run(Experiments.informationPlaneImages(FashionMnist.part(), Size.SMALL), 10);
    assertTrue(images.network().last().test().accuracy() > 0.4, images.network().toString());
    assertEquals(20, images.network().last().activations(2, images.experiment().inputs()).d());
    ExperimentResult patterns = run(Experiments.informationPlanePatterns(Size.SMALL), 40);
    assertTrue(patterns.network().last().test().accuracy() > 0.8, patterns.network().toString());
    assertEquals(7, patterns.network().last().activations(2, patterns.experiment().inputs()).d());
  }

  @Test
  void twoLeakyNeuronsFindTheSolutionOfThePaper() {
    ExperimentResult result = Experiments.twoNeurons(Size.SMALL).run();
    assertTrue(result.network().last().weights().matrix(1)[0][0] < 0);
    assertTrue(result.network().last().weights().matrix(2)[0][0] < 0);
    assertEquals(1, result.network().last().test().accuracy());
  }

  @Test
  void allSizesAreThere() {
    for (Size size : Size.values()) {
      for (Nonlinearity f : List.of(Nonlinearity.TANH, Nonlinearity.RELU, Nonlinearity.LINEAR)) {
        double beta = f.equals(Nonlinearity.TANH) ? 0.005 : 0.01;
        assertEquals(
            Perturbation.noise(beta),
            Experiments.szt(f, size).plan().network().layer(5).perturbation());
        assertTrue(Experiments.sztOrthonormal(f, size).plan().training().orthonormality() > 0);
      }
      assertEquals(3, Experiments.spiral(size).plan().network().shape(4).columns());
      Experiment bound = Experiments.spiralOrthonormal(size);
      assertEquals("spiral orthonormal", bound.name());
      assertEquals(
          Experiments.sztOrthonormal(Nonlinearity.TANH, size).plan().training().orthonormality(),
          bound.plan().training().orthonormality());
      assertEquals(Experiments.spiral(size).plan().network(), bound.plan().network());
      assertEquals(
          size == Size.PAPER ? 128 : 5, Experiments.imageNetwork(size).plan().training().epochs());
    }
  }

  /** Appendix A of "Towards robust scale-invariant mutual information estimators". */
  @Test
  void networksOfTheInformationPlaneHaveTheirPrintedRatesAndBatches() {
    NetworkTraining patterns = Experiments.informationPlanePatterns(Size.PAPER).plan().training();
    assertEquals(NetworkTraining.sgd(5e-3, 2000).withBatch(256), patterns);
    NetworkTraining images =
        Experiments.informationPlaneImages(FashionMnist.part(), Size.PAPER).plan().training();
    assertEquals(NetworkTraining.sgd(5e-4, 200).withBatch(128), images);
  }

  @Test
  void experimentsCanBeChanged() {
    Experiment szt = Experiments.szt(Nonlinearity.TANH, Size.SMALL);
    Experiment noisier = szt.withNoise(0.1);
    assertEquals(szt.name() + ", β = 0.1", noisier.name());
    assertEquals(szt.name() + ", β = 0.2", noisier.withNoise(0.2).name());
    assertEquals(Perturbation.noise(0.1), noisier.plan().network().layer(3).perturbation());
    assertEquals(szt.plan().initial().values()[0][0], noisier.plan().initial().values()[0][0]);
    assertEquals(Seed.of(9), szt.withSeed(Seed.of(9)).plan().training().seed());
    assertEquals(4096, szt.withInputs(SphericalPatterns.all()).inputs().n());
    assertThrows(
        IllegalArgumentException.class,
        () -> new Experiment("x", szt.plan(), List.of(7), szt.inputs()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Experiment("x", szt.plan(), List.of(), szt.inputs()));
    assertThrows(IllegalArgumentException.class, () -> szt.withInputs(FashionMnist.part().test()));
  }
}
