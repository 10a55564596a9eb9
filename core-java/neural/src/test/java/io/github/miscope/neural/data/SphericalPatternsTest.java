package io.github.miscope.neural.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The twelve-bit patterns. */
class SphericalPatternsTest {

  @Test
  void allPatternsAreThereAndHalfOfThemAreOfEachClass() {
    LabelledData data = SphericalPatterns.all();
    assertEquals(4096, data.n());
    assertEquals(2048, Arrays.stream(data.labels()).sum());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < data.n(); i++) {
      seen.add(Arrays.toString(data.values(i, i + 1)));
    }
    assertEquals(4096, seen.size());
  }

  /** Twelve or no points have the most and the least energy; a point more always adds some. */
  @Test
  void theEmptyPatternIsLowAndTheFullOneHigh() {
    LabelledData data = SphericalPatterns.all();
    assertEquals(0, data.label(0));
    assertEquals(1, data.label(4095));
  }

  @Test
  void aSplitIsAFunctionOfItsSeed() {
    SplitData split = SphericalPatterns.split(Seed.of(1));
    assertEquals(3277, split.training().n());
    assertEquals(819, split.test().n());
    assertEquals(split, SphericalPatterns.split(Seed.of(1)));
    Set<String> training = new HashSet<>();
    for (LabelledData part : new LabelledData[] {split.training(), split.test()}) {
      for (int i = 0; i < part.n(); i++) {
        training.add(Arrays.toString(part.values(i, i + 1)));
      }
    }
    assertEquals(4096, training.size(), "no pattern is in both");
  }
}
