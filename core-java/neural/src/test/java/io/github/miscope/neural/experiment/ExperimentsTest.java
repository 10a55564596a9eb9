package io.github.miscope.neural.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.data.FashionMnist;
import io.github.miscope.neural.data.Gratings;
import io.github.miscope.neural.data.SphericalPatterns;
import io.github.miscope.neural.data.SplitData;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    SplitData data = Gratings.split(10, 10, Seed.of(1));
    NetworkTraining colours =
        Experiments.informationPlaneColours(data, Size.PAPER).plan().training();
    assertEquals(NetworkTraining.sgd(1e-3, 1000).withBatch(512), colours);
  }

  /** Table 6 there, and a step of its training. */
  @Test
  void theNetworkOnColourImagesHasItsPrintedLayers() {
    SplitData data = Gratings.split(10, 10, Seed.of(1));
    ExperimentResult result = run(Experiments.informationPlaneColours(data, Size.PAPER), 1);
    NoisyNetwork network = result.experiment().plan().network();
    int[][] shapes = {
      {96, 32}, {96, 16}, {96, 16}, {192, 16}, {192, 16}, {192, 1}, {512, 1}, {256, 1}, {10, 1}
    };
    assertEquals(shapes.length, network.depth());
    for (int l = 1; l <= shapes.length; l++) {
      int[] shape = shapes[l - 1];
      assertEquals(new ImageShape(shape[0], shape[1], shape[1]), network.outputShape(l));
      assertEquals(
          l == 3 ? Perturbation.dropout(0.5) : Perturbation.NONE, network.layer(l).perturbation());
    }
    assertEquals(List.of(6), result.experiment().layers());
    Variable last = result.network().last().activations(5, data.test());
    Variable means = result.network().last().activations(6, data.test());
    double mean = 0;
    for (int pixel = 0; pixel < 256; pixel++) {
      mean += last.get(3, 7 * 256 + pixel) / 256;
    }
    assertEquals(mean, means.get(3, 7), 1e-6);
  }

  @Test
  void theSmallNetworkOnColourImagesLearns() {
    SplitData data = Gratings.split(200, 100, Seed.of(1));
    ExperimentResult result = run(Experiments.informationPlaneColours(data, Size.SMALL), 6);
    assertEquals(24, result.network().last().activations(6, data.test()).d());
    assertTrue(
        result.network().last().training().loss()
            < 0.95 * result.network().first().training().loss(),
        result.network().toString());
  }

  @Test
  void runsAreReadFromTheirFolders(@TempDir Path folder) throws IOException {
    Experiment one = Experiments.informationPlanePatterns(Size.SMALL);
    Experiment experiment = one.withTraining(one.plan().training().withEpochs(2));
    List<ExperimentResult> three = experiment.repeated(3);
    assertEquals(3, three.stream().map(r -> r.network().last().weights()).distinct().count());
    List<ExperimentResult> two = experiment.repeated(2, folder);
    FileTime written = Files.getLastModifiedTime(folder.resolve("run-1"));
    List<ExperimentResult> again = experiment.repeated(3, folder);
    assertEquals(written, Files.getLastModifiedTime(folder.resolve("run-1")));
    for (int r = 0; r < 3; r++) {
      assertEquals(
          three.get(r).network().last().weights(), again.get(r).network().last().weights());
    }
    assertEquals(two.get(1).network().last().weights(), three.get(1).network().last().weights());
    assertThrows(IllegalArgumentException.class, () -> experiment.repeated(0));
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
    String images = Experiments.imageNetwork(Size.SMALL).toString();
    assertTrue(images.endsWith(", 2000 to learn from, 1000 to test on, X uniform on 1000"), images);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Experiment("x", szt.plan(), List.of(7), szt.inputs()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Experiment("x", szt.plan(), List.of(), szt.inputs()));
    assertThrows(IllegalArgumentException.class, () -> szt.withInputs(FashionMnist.part().test()));
  }
}
