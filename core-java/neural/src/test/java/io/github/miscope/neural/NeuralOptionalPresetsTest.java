package io.github.miscope.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.estimator.preset.OptionalPresets;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.encoder.Autoencoder;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeuralOptionalPresetsTest {

  @Test
  void everyPresetIsFoundByName() throws ReflectiveOperationException {
    Set<String> names = new HashSet<>();
    for (Method method : NeuralPresets.class.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        String name = method.getName();
        names.add(name);
        assertEquals(method.invoke(null), OptionalPresets.find(name).orElseThrow(), name);
      }
    }
    assertEquals(names, new NeuralOptionalPresets().names());
    assertThrows(
        IllegalArgumentException.class, () -> new NeuralOptionalPresets().preset("unknown"));
  }

  @Test
  void autoencodersAreFound() {
    assertEquals(Autoencoder.dense(3), OptionalPresets.findAutoencoder(3).orElseThrow());
    assertEquals(
        Autoencoder.convolutional(new ImageShape(1, 16, 8), 2),
        OptionalPresets.findImageAutoencoder(1, 16, 8, 2).orElseThrow());
  }

  @Test
  void stepsOfAllCriticsAreReportedToTheEnd() {
    Samples samples = Tasks.correlatedGaussians(1, 0.5).sample(60, Seed.of(1));
    List<Long> done = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    TrainingProgress.listen(
        (now, total) -> {
          done.add(now);
          totals.add(total);
        },
        () -> NeuralPresets.mine().withSteps(30).withMembers(2).estimate(samples));
    assertEquals(Set.of(60L), Set.copyOf(totals));
    assertEquals(60, done.get(done.size() - 1));
    assertEquals(done.stream().sorted().toList(), done);
    assertTrue(done.get(0) > 0);
  }
}
