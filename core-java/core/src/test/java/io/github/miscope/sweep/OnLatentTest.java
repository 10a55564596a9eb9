package io.github.miscope.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.encoder.Pca;
import io.github.miscope.estimator.Labelled;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.estimator.encoded.Compressed;
import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.sample.Seed;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnLatentTest {

  private static final MutualInformationEstimator KSG = Presets.ksgLocal();
  private static final OnLatent LATENT = new OnLatent(KSG);

  private static Sweep sweep() {
    MutualInformationEstimator compressed = Compressed.of(KSG, Pca.to(2), Pca.to(2));
    return Sweep.of(Tasks.gaussianImages(8, 1), LATENT, compressed)
        .withSamples(200)
        .withTrials(2)
        .withSeed(Seed.of(9))
        .over(Axis.information(), 0, 3);
  }

  @Test
  void aSweepGivesItTheLatentVariables() {
    for (SweepRow row : sweep().run().rows()) {
      boolean latent = row.estimator().equals(LATENT.toString());
      assertEquals(latent ? 2 : 64, row.dX(), row.toString());
      assertEquals(row.value(), row.trueNats());
    }
  }

  @Test
  void theDrawsAreThoseOfTheImages() {
    Sweep sweep = sweep();
    SweepRow row = sweep.run().rows().get(2);
    assertEquals(3, row.value());
    Sampler task = Tasks.gaussianImages(8, 3);
    Seed trial = Cell.seed(sweep, 0);
    double expected = KSG.estimate(task.latent().sample(200, Cell.sampleSeed(trial))).nats();
    assertEquals(expected, row.nats());
  }

  @Test
  void outsideASweepItIsTheEstimatorInside() {
    var samples = Tasks.correlatedGaussians(1, 0.5).sample(100, Seed.of(1));
    assertEquals(KSG.estimate(samples).nats(), LATENT.estimate(samples).nats());
    assertEquals("KSG-Local on latent variables", LATENT.estimate(samples).estimator());
  }

  @Test
  void whatItIsInsideIsAskedOfIt() {
    Sweep sweep =
        Sweep.of(Tasks.gaussianImages(8, 1), LATENT)
            .withSamples(50)
            .withTrials(1)
            .over(Axis.neighbours(), 1, 5);
    List<SweepRow> rows = sweep.run().rows();
    assertTrue(rows.stream().allMatch(row -> row.dX() == 2 && !row.failed()), rows::toString);
    assertTrue(rows.get(0).nats() != rows.get(1).nats());
    assertEquals(
        "KSG-Local(k=5) on latent variables", NearestNeighbours.withK(LATENT, 5).toString());
  }

  @Test
  void whatWrapsItAnswersForIt() {
    MutualInformationEstimator scaled = Scaled.of(LATENT, Scaling.rank());
    for (MutualInformationEstimator wrapped : List.of(new Labelled(LATENT, "best"), scaled)) {
      List<SweepRow> rows =
          Sweep.of(Tasks.gaussianImages(8, 1), wrapped).withSamples(50).withTrials(1).run().rows();
      assertEquals(2, rows.get(0).dX(), wrapped.toString());
      assertEquals(wrapped.toString(), rows.get(0).estimator());
    }
  }

  @Test
  void checkpointsTellItFromTheEstimatorInside() {
    Sweep other = Sweep.of(Tasks.gaussianImages(8, 1), KSG).withSamples(50).withTrials(1);
    Sweep latent = Sweep.of(Tasks.gaussianImages(8, 1), LATENT).withSamples(50).withTrials(1);
    assertNotEquals(other.identity(), latent.identity());
  }
}
