package io.github.miscope.internal.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.preset.Presets;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Canonical variates of rows that did not choose them. */
class CrossFitTest {

  private static CrossFit fit(Samples samples, int pairs, int folds) throws InterruptedException {
    return CrossFit.of(
        Standardised.of(samples.x().columns()).columns(),
        Standardised.of(samples.y().columns()).columns(),
        pairs,
        folds,
        3);
  }

  /**
   * Independent variables: what is learnt from other rows knows nothing of the rows it is applied
   * to, so that the mean over samples of each held-out correlation is 0. Folds learn from nearly
   * the same rows, which makes a correlation vary by up to twice 1 / sqrt(n): 3 standard errors of
   * the mean of 60 samples are 6 / sqrt(60 n) = 0.045.
   */
  @ParameterizedTest
  @CsvSource({"1, 10", "3, 10", "10, 5"})
  void heldOutRowsDoNotChooseTheirVariates(int pairs, int folds) throws InterruptedException {
    int n = 300;
    int repeats = 60;
    double[] mean = new double[pairs];
    for (int s = 0; s < repeats; s++) {
      CrossFit fit = fit(Tasks.correlatedGaussians(30, 0).sample(n, Seed.of(s)), pairs, folds);
      double[] correlations = fit.correlations();
      for (int l = 0; l < pairs; l++) {
        mean[l] += correlations[l] / repeats;
      }
    }
    for (double correlation : mean) {
      assertEquals(0, correlation, 6 / Math.sqrt(repeats * n), Arrays.toString(mean));
    }
  }

  /**
   * Pairs of the same correlation turn among themselves from fold to fold, and variates that are
   * bounded to one side show it: unless they are turned to agree, they are a mixture. The neighbour
   * estimate errs by some sqrt(2 / n) = 0.03 nats; its bias at one nat is below 0.1.
   */
  @ParameterizedTest
  @CsvSource({"5", "10"})
  void pairsOfTheSameCorrelationAgreeBetweenFolds(int folds) throws InterruptedException {
    double truth = 1;
    Samples samples = Tasks.correlatedGaussiansWithInformation(2, truth).sample(2000, Seed.of(1));
    CrossFit fit = fit(samples, 2, folds);
    Samples heldOut = Samples.ofColumns(fit.x(), fit.y());
    assertEquals(truth, Presets.ksgLocal().estimate(heldOut).nats(), 3 * 0.03 + 0.1);
    for (int l = 0; l < 2; l++) {
      // The same functions but for what a fifth of the rows turns them by.
      assertTrue(Math.abs(CrossFit.correlation(fit.x()[l], fit.commonX()[l])) > 0.99);
      assertTrue(Math.abs(CrossFit.correlation(fit.y()[l], fit.commonY()[l])) > 0.99);
    }
  }
}
