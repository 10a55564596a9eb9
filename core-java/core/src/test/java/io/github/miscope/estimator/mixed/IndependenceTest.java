package io.github.miscope.estimator.mixed;

import static io.github.miscope.reference.Means.assertMean;

import io.github.miscope.estimator.DiscreteEstimatorContract;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.discrete.BinnedMutualInformation;
import io.github.miscope.estimator.discrete.Binning;
import io.github.miscope.estimator.discrete.Correction;
import io.github.miscope.estimator.discrete.DiscreteMutualInformation;
import io.github.miscope.estimator.neighbour.Ksg;
import io.github.miscope.estimator.neighbour.LocalNonUniformity;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Tasks;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Independent variables have no information about each other: the mean is near zero. */
@Tag("slow")
class IndependenceTest {

  private static final int N = 300;
  private static final int TRIALS = 20;

  private static void check(
      MutualInformationEstimator estimator, UnaryOperator<Samples> kind, double bias) {
    double[] nats =
        IntStream.range(0, TRIALS)
            .mapToDouble(
                t ->
                    estimator
                        .estimate(kind.apply(Tasks.correlatedGaussians(2, 0).sample(N, Seed.of(t))))
                        .nats())
            .toArray();
    assertMean(0, nats, bias);
  }

  private static Samples discreteX(Samples s) {
    return new Samples(DiscreteEstimatorContract.levels(s.x()), s.y());
  }

  private static Samples discrete(Samples s) {
    return new Samples(
        DiscreteEstimatorContract.levels(s.x()), DiscreteEstimatorContract.levels(s.y()));
  }

  @Test
  void meansAreNearZero() {
    check(Ross.withDefaults(), IndependenceTest::discreteX, 0);
    check(ByType.of(Ksg.ksg1()), IndependenceTest::discreteX, 0);
    check(ByType.of(Ksg.ksg1()), UnaryOperator.identity(), 0);
    check(LocalNonUniformity.withDefaults(), UnaryOperator.identity(), 0.02);
    check(BinnedMutualInformation.of(Binning.equalFrequency(2)), UnaryOperator.identity(), 0.001);
    for (Correction correction : Correction.values()) {
      // The plug-in estimate has the known bias (K_X - 1)(K_Y - 1)/(2n), and Chao and Shen's is the
      // same where no level is rare.
      boolean plain = correction == Correction.PLUG_IN || correction == Correction.CHAO_SHEN;
      double bias = plain ? 9.0 / (2 * N) : 0.001;
      check(new DiscreteMutualInformation(correction), IndependenceTest::discrete, 1.1 * bias);
    }
    // Closed counts, and log(count + 1), exceed KSG1's psi(strict count + 1) by 1 to 1.5 over the
    // count, which is about sqrt(k n) = 39 here and less where the density is low.
    check(MixtureKsg.withDefaults(), UnaryOperator.identity(), 0.12);
    check(MesnerShalizi.withDefaults(), UnaryOperator.identity(), 0.05);
    // Here log(ny + 1) is that of a number of the order of k: nothing makes up for psi(k) - log k,
    // which is -0.10 at k = 5, however large n is.
    check(MixtureKsg.withDefaults(), IndependenceTest::discreteX, 0.10);
    check(MesnerShalizi.withDefaults(), IndependenceTest::discreteX, 0.05);
  }
}
