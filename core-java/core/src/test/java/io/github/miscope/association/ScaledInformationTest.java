package io.github.miscope.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.discrete.DiscreteEntropy;
import io.github.miscope.estimator.discrete.DiscreteMutualInformation;
import io.github.miscope.estimator.discrete.EntropyMean;
import io.github.miscope.estimator.discrete.TableInformation;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Information on scales from 0 to 1. */
class ScaledInformationTest {

  private static final Variable NUMBERS = Variable.of("x", 0.1, 0.5, 0.2, 0.9, 0.7, 0.3);
  private static final Variable LEVELS = Variable.discrete("y", 0, 1, 0, 1, 1, 0);
  private static final Variable OTHERS = Variable.discrete("z", 0, 1, 0, 2, 1, 2);

  private static Uncertainty between(double lower, double upper) {
    return Uncertainty.unknown().withInterval(new Interval(0.95, lower, upper, "subsamples"));
  }

  /** I = -log(1 - rho^2) / 2 of two normal columns: their correlation comes back. */
  @Test
  void correlationOfGaussiansComesBack() {
    for (double rho : new double[] {1e-6, 0.1, 0.5, 0.9, 0.999999}) {
      assertEquals(rho, InformationScale.correlationOf(-0.5 * Math.log1p(-rho * rho)), 1e-10);
    }
    assertEquals(0, InformationScale.correlationOf(-0.1));
    assertEquals(1, InformationScale.correlationOf(50));
  }

  @Test
  void numbersHaveACorrelationEquivalent() {
    ScaledInformation scaled =
        ScaledInformation.of(0.2, between(-0.1, 0.5), new Samples(NUMBERS, NUMBERS)).orElseThrow();
    assertEquals(InformationScale.CORRELATION_EQUIVALENT, scaled.scale());
    assertEquals(Math.sqrt(1 - Math.exp(-0.4)), scaled.value(), 1e-15);
    assertEquals(0, scaled.interval().orElseThrow().lower());
    assertEquals(Math.sqrt(1 - Math.exp(-1)), scaled.interval().orElseThrow().upper(), 1e-15);
    assertEquals("correlation equivalent 0.57 [0.00, 0.80], strong", scaled.toString());
  }

  @Test
  void anEstimateBelowZeroStaysInNats() {
    Estimate estimate = new Estimate(-0.03, "KSG", 6, 1, 1, Map.of(), List.of());
    ScaledInformation scaled =
        ScaledInformation.of(estimate, new Samples(NUMBERS, NUMBERS)).orElseThrow();
    assertEquals(0, scaled.value());
    assertEquals(-0.03, estimate.nats());
    assertEquals(Strength.NEGLIGIBLE, scaled.strength());
  }

  @Test
  void levelsHaveTheirAdjustedInformation() {
    Samples samples = new Samples(LEVELS, OTHERS);
    Estimate estimate = DiscreteMutualInformation.withDefaults().estimate(samples);
    double nats = estimate.nats();
    ScaledInformation scaled =
        ScaledInformation.of(nats, between(nats - 0.1, nats + 0.2), samples).orElseThrow();
    TableInformation table = TableInformation.of(samples);
    double room = 0.5 * (table.hX() + table.hY()) - table.expected();
    assertEquals(InformationScale.ADJUSTED, scaled.scale());
    assertEquals(table.adjusted(EntropyMean.ARITHMETIC), scaled.value(), 1e-12);
    assertEquals(scaled.value() - 0.1 / room, scaled.interval().orElseThrow().lower(), 1e-12);
    assertEquals(scaled.value() + 0.2 / room, scaled.interval().orElseThrow().upper(), 1e-12);
  }

  @Test
  void mixedPairsHaveAShareOfTheDiscreteEntropy() {
    double entropy = DiscreteEntropy.withDefaults().estimate(LEVELS).nats();
    for (Samples samples :
        new Samples[] {new Samples(NUMBERS, LEVELS), new Samples(LEVELS, NUMBERS)}) {
      ScaledInformation scaled =
          ScaledInformation.of(-0.01, Uncertainty.unknown(), samples).orElseThrow();
      assertEquals(InformationScale.SHARE_OF_ENTROPY, scaled.scale());
      assertEquals(-0.01 / entropy, scaled.value(), 1e-15);
      assertEquals(Optional.empty(), scaled.interval());
    }
  }

  @Test
  void constantLevelsHaveNoScale() {
    Variable constant = Variable.discrete("c", 0, 0, 0, 0, 0, 0);
    for (Variable other : new Variable[] {NUMBERS, LEVELS}) {
      assertEquals(
          Optional.empty(),
          ScaledInformation.of(0, Uncertainty.unknown(), new Samples(other, constant)));
    }
  }

  @Test
  void wordsBeginAtTheirBounds() {
    InformationScale scale = InformationScale.CORRELATION_EQUIVALENT;
    assertEquals(Strength.NEGLIGIBLE, scale.strength(Math.nextDown(0.1)));
    assertEquals(Strength.WEAK, scale.strength(0.1));
    assertEquals(Strength.MODERATE, scale.strength(0.3));
    assertEquals(Strength.STRONG, scale.strength(0.5));
    assertEquals(Strength.VERY_STRONG, scale.strength(0.7));
    assertEquals("very strong", Strength.VERY_STRONG.toString());
    assertEquals(Strength.NEGLIGIBLE, InformationScale.ADJUSTED.strength(-0.2));
    for (InformationScale each : InformationScale.values()) {
      assertEquals(Double.NEGATIVE_INFINITY, each.lowest(Strength.NEGLIGIBLE));
      for (Strength strength : Strength.values()) {
        assertEquals(strength, each.strength(each.lowest(strength)));
      }
    }
    assertThrows(IllegalArgumentException.class, () -> scale.strength(Double.NaN));
  }

  /** What the bounds of shares are derived from: log 2 - H((1 + phi) / 2) over log 2. */
  @Test
  void boundsOfSharesAreThoseOfBinaryColumns() {
    double[] shares = {0.01, 0.07, 0.2, 0.4};
    double[] phi = {0.1, 0.3, 0.5, 0.7};
    Strength[] words = {Strength.WEAK, Strength.MODERATE, Strength.STRONG, Strength.VERY_STRONG};
    for (int i = 0; i < phi.length; i++) {
      double p = (1 + phi[i]) / 2;
      double entropy = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
      double share = 1 - entropy / Math.log(2);
      assertEquals(shares[i], share, 0.012, "phi=" + phi[i]);
      assertEquals(shares[i], InformationScale.SHARE_OF_ENTROPY.lowest(words[i]), 0.0);
      assertEquals(phi[i], InformationScale.CORRELATION_EQUIVALENT.lowest(words[i]));
    }
  }
}
