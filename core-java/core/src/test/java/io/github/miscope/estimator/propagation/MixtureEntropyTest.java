package io.github.miscope.estimator.propagation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.ThreadBits;
import io.github.miscope.estimator.EntropyEstimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class MixtureEntropyTest {

  private static final double[] BETAS = {0.02, 0.2, 1};

  /** Up to 6 centres in [-1, 1]^d, some of them equal. */
  static Variable constellation(int number, int d) {
    UniformRandomProvider random = Seed.of(number).derive("constellation").generator();
    int n = 2 + number % 5;
    double[][] columns = new double[d][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        columns[j][i] = 2 * random.nextDouble() - 1;
      }
    }
    for (double[] column : columns) {
      column[n - 1] = number % 3 == 0 ? column[0] : column[n - 1];
    }
    return Variable.ofColumns("s", columns);
  }

  /** h by the trapezoidal rule, which converges faster than any power for such densities. */
  static double byQuadrature(Variable centres, double beta) {
    int d = centres.d();
    double step = beta / 3;
    int points = (int) Math.ceil((2 + 18 * beta) / step);
    double sum = 0;
    double[][] kernels = new double[d][centres.n()];
    for (int a = 0; a < points; a++) {
      kernels(centres, 0, -1 - 9 * beta + a * step, beta, kernels[0]);
      for (int b = 0; b < (d == 1 ? 1 : points); b++) {
        if (d == 2) {
          kernels(centres, 1, -1 - 9 * beta + b * step, beta, kernels[1]);
        }
        double g = 0;
        for (int i = 0; i < centres.n(); i++) {
          g += kernels[0][i] * (d == 1 ? 1 : kernels[1][i]);
        }
        g /= centres.n();
        sum -= g > 0 ? g * Math.log(g) : 0;
      }
    }
    return sum * Math.pow(step, d);
  }

  private static void kernels(Variable centres, int j, double t, double beta, double[] out) {
    for (int i = 0; i < out.length; i++) {
      double z = (t - centres.get(i, j)) / beta;
      out[i] = Math.exp(-0.5 * z * z) / (beta * Math.sqrt(2 * Math.PI));
    }
  }

  private static double error(EntropyEstimate estimate) {
    return estimate.uncertainty().standardError().orElseThrow();
  }

  /** So many draws that the standard error is 0.00033: three of them are 0.001. */
  private static EntropyEstimate precise(Variable centres, double beta) {
    MixtureEntropy rough = MixtureEntropy.withDefaults().withMostDraws(20_000);
    double ratio = error(rough.estimate(centres, beta)) / 3.3e-4;
    int draws = (int) Math.max(20_000, 20_000 * ratio * ratio);
    return rough.withSeed(Seed.of(1)).withMostDraws(draws).estimate(centres, beta);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void agreesWithQuadrature(int d) {
    int beyondTwo = 0;
    for (int number = 0; number < 20; number++) {
      Variable centres = constellation(number, d);
      for (double beta : BETAS) {
        double exact = byQuadrature(centres, beta);
        EntropyEstimate estimate = precise(centres, beta);
        double apart = Math.abs(estimate.nats() - exact);
        String what = number + ", beta = " + beta + ": " + apart + ", error " + error(estimate);
        assertTrue(apart <= 1e-3 + 2e-6, what);
        // With the error of log g and of the quadrature.
        assertTrue(apart <= 3 * error(estimate) + 2e-6, what);
        beyondTwo += apart > 2 * error(estimate) + 2e-6 ? 1 : 0;
      }
    }
    // 60 of them, 2.7 expected by the normal law: more than 9 once in 1500.
    assertTrue(beyondTwo <= 9, "beyond two standard errors: " + beyondTwo);
  }

  @Test
  void repetitionsKeepTheBoundsAndTheStandardError() {
    Variable centres = constellation(7, 2);
    for (double beta : BETAS) {
      double exact = byQuadrature(centres, beta);
      int draws = 6 * centres.n();
      double squares = 0;
      double sum = 0;
      double errors = 0;
      for (int r = 0; r < 200; r++) {
        EntropyEstimate estimate =
            MixtureEntropy.withDefaults()
                .withDrawsPerCentre(6)
                .withSeed(Seed.of(r))
                .estimate(centres, beta);
        assertEquals(6, estimate.diagnostics().get("n_MC"));
        double apart = estimate.nats() - exact;
        sum += apart / 200;
        squares += apart * apart / 200;
        errors += error(estimate) * error(estimate) / 200;
      }
      assertTrue(squares <= PropagationBounds.boundedIntegrationError(2, beta, draws));
      assertTrue(squares <= PropagationBounds.integrationError(2, draws));
      // No bias: a mean of 200 within four of its standard errors.
      assertTrue(Math.abs(sum) <= 4 * Math.sqrt(squares / 200) + 1e-6, "bias " + sum);
      // A ratio of variances with 200 degrees of freedom on one side: sd 0.1; their tails are long.
      if (squares > 1e-10) {
        assertEquals(1, errors / squares, 0.5, "beta = " + beta);
      }
    }
  }

  @Test
  void fewerDrawsThanCentresAreUnbiasedToo() {
    UniformRandomProvider random = Seed.of(2).generator();
    double[] s = random.doubles(3000).map(u -> u * u * 4).toArray();
    Variable centres = Variable.of("s", s);
    EntropyEstimate all =
        MixtureEntropy.withDefaults()
            .withDrawsPerCentre(100)
            .withMostDraws(300_000)
            .estimate(centres, 0.05);
    double squares = 0;
    double errors = 0;
    double sum = 0;
    for (int r = 0; r < 100; r++) {
      EntropyEstimate some =
          MixtureEntropy.withDefaults()
              .withMostDraws(301)
              .withSeed(Seed.of(r))
              .estimate(centres, 0.05);
      assertEquals(301, some.diagnostics().get("draws"));
      double apart = some.nats() - all.nats();
      sum += apart / 100;
      squares += apart * apart / 100;
      errors += error(some) * error(some) / 100;
    }
    assertTrue(Math.abs(sum) <= 4 * Math.sqrt(squares / 100) + 3 * error(all), "bias " + sum);
    // 100 degrees of freedom: sd of the ratio 0.14; stratification may make errors too large.
    assertTrue(errors / squares > 0.6 && errors / squares < 2, "ratio " + errors / squares);
  }

  @Test
  void weightsAreCopies() {
    Variable distinct = Variable.of("s", 0, 1, 5);
    Variable copies = Variable.of("s", 0, 0, 1, 5, 5, 5);
    MixtureEntropy entropy = MixtureEntropy.withDefaults();
    EntropyEstimate weighted = entropy.estimate(distinct, new double[] {2, 1, 3}, 0.3);
    EntropyEstimate copied = entropy.estimate(copies, 0.3);
    double error = Math.hypot(error(weighted), error(copied));
    assertEquals(copied.nats(), weighted.nats(), 4 * error);
    assertEquals(byQuadratureFrom(copies), weighted.nats(), 4 * error(weighted) + 1e-6);
  }

  /** Shifted into [-1, 1]: (0, 0.4, 2) - 1 with beta 0.12, times 2.5. */
  private static double byQuadratureFrom(Variable centres) {
    double[] scaled = Arrays.stream(centres.column(0)).map(v -> v / 2.5 - 1).toArray();
    return byQuadrature(Variable.of("s", scaled), 0.3 / 2.5) + Math.log(2.5);
  }

  @Test
  void oneClusterIsTheNoise() {
    Variable same = Variable.ofColumns("s", new double[50], new double[50]);
    EntropyEstimate estimate = MixtureEntropy.withDefaults().estimate(same, 0.01);
    double exact = Math.log(2 * Math.PI * Math.E * 1e-4);
    assertEquals(exact, estimate.nats(), 4 * error(estimate) + 1e-6);
    assertTrue(error(estimate) < 1e-4);
  }

  @Test
  void scalesAndShifts() {
    Variable centres = constellation(5, 2);
    for (double c : new double[] {1e-12, 8, 1e12}) {
      double[][] scaled = centres.columns();
      for (double[] column : scaled) {
        Arrays.setAll(column, i -> c * (column[i] + 3));
      }
      MixtureEntropy entropy = MixtureEntropy.withDefaults().withMostDraws(20_000);
      double shift =
          entropy.estimate(Variable.ofColumns("s", scaled), 0.1 * c).nats()
              - entropy.estimate(centres, 0.1).nats();
      assertEquals(2 * Math.log(c), shift, 1e-6);
    }
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    ThreadBits.requireSame(
        () -> MixtureEntropy.withDefaults().estimate(constellation(9, 2), 0.1).nats());
  }

  @Test
  void anInterruptStops() {
    Thread.currentThread().interrupt();
    assertThrows(
        EstimationInterruptedException.class,
        () -> MixtureEntropy.withDefaults().estimate(constellation(9, 2), 0.1));
  }

  @Test
  void refusals() {
    MixtureEntropy entropy = MixtureEntropy.withDefaults();
    Variable centres = constellation(1, 1);
    for (double beta : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> entropy.estimate(centres, beta));
    }
    String message =
        assertThrows(IllegalArgumentException.class, () -> entropy.estimate(centres, 0))
            .getMessage();
    assertTrue(message.contains("binned entropy") && message.contains("log m"));
    for (double[] weights : new double[][] {{1}, {1, -1, 1}, {0, 0, 0}, {1, Double.NaN, 1}}) {
      assertThrows(IllegalArgumentException.class, () -> entropy.estimate(centres, weights, 0.1));
    }
    assertThrows(IllegalArgumentException.class, () -> entropy.withDrawsPerCentre(0));
    assertThrows(IllegalArgumentException.class, () -> entropy.withMostDraws(1));
    assertThrows(IllegalArgumentException.class, () -> entropy.withTolerance(0));
  }

  @Test
  void labels() {
    assertEquals("Mixture-Entropy", MixtureEntropy.withDefaults().toString());
    assertEquals(
        "Mixture-Entropy(n_MC=2, tolerance=1.0E-4)",
        MixtureEntropy.withDefaults().withDrawsPerCentre(2).withTolerance(1e-4).toString());
  }
}
