package io.github.miscope.estimator.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.miscope.estimator.Labelled;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.estimator.scale.Scaled;
import io.github.miscope.inference.Inference;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.scaling.Scaling;
import io.github.miscope.task.Tasks;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionalPresetsTest {

  private static final Samples SAMPLES = Tasks.correlatedGaussians(1, 0.5).sample(50, Seed.of(1));

  @Test
  void aModuleIsFoundFromTheMomentThatTheThreadSeesIt(@TempDir Path folder) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(OptionalPresets.class.getName()), TrainedStub.Module.class.getName());
    assertFalse(OptionalPresets.find("stub").isPresent());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader later =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      thread.setContextClassLoader(later);
      assertEquals("stub", OptionalPresets.find("stub").orElseThrow().toString());
      assertFalse(OptionalPresets.find("other").isPresent());
      // A module need not have encoders.
      assertFalse(OptionalPresets.findAutoencoder(2).isPresent());
      assertFalse(OptionalPresets.findImageAutoencoder(1, 16, 16, 2).isPresent());
    } finally {
      thread.setContextClassLoader(before);
    }
    assertFalse(OptionalPresets.find("stub").isPresent());
  }

  @Test
  void progressIsHeardThroughLabelsAndScalings() {
    List<String> heard = new ArrayList<>();
    TrainedStub stub = new TrainedStub(new AtomicInteger());
    TrainingProgress.listen(
        (done, total) -> heard.add(done + " of " + total),
        () -> new Labelled(Scaled.of(stub, Scaling.local()), "other").estimate(SAMPLES));
    stub.estimate(SAMPLES);
    assertEquals(List.of("1 of 2", "2 of 2"), heard);
  }

  @Test
  void theChecksOfAnEstimateTrainNothing() {
    TrainedStub stub = new TrainedStub(new AtomicInteger());
    Inference.of(new Labelled(stub, "other")).withChecks(true).estimate(SAMPLES);
    assertEquals(1, stub.estimates().get());
  }
}
