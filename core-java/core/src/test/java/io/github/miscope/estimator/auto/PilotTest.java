package io.github.miscope.estimator.auto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.Sampler;
import io.github.miscope.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Smooth pairs that cannot win are not computed; the estimate is what it is with all computed. */
class PilotTest {

  private static List<View> views(Samples samples, boolean screened) throws InterruptedException {
    return Views.of(scores(samples, true), scores(samples, false), 4, screened);
  }

  private static Scores scores(Samples samples, boolean isX) {
    return new AutoVariable(isX ? samples.x() : samples.y(), Seed.of(0), isX).scores(isX, 0);
  }

  private static boolean isSmooth(View view) {
    return view.name().contains("smooth");
  }

  /** Where all are computed, none of them counts. */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.6, 0.9})
  void screeningOfGaussianColumnsChangesNothing(double rho) throws InterruptedException {
    Samples samples = Tasks.correlatedGaussians(5, rho).sample(600, Seed.of(1));
    List<View> screened = views(samples, true);
    List<View> all = views(samples, false);
    assertEquals(all.size(), screened.size());
    assertEquals(View.choose(all).nats(), View.choose(screened).nats(), 0);
  }

  /** What few smooth functions say of many columns: linear views show 0.7 nats less. */
  @Test
  void screeningKeepsSmoothPairsThatWin() throws InterruptedException {
    Embedding network = Embedding.randomNetwork(30);
    Sampler task = Tasks.correlatedGaussiansWithInformation(4, 3).map(network, network);
    Samples samples = task.sample(600, Seed.of(1));
    View expected = View.choose(views(samples, false));
    assertTrue(isSmooth(expected), expected.name());
    View chosen = View.choose(views(samples, true));
    assertEquals(expected.name(), chosen.name());
    assertEquals(expected.nats(), chosen.nats(), 0);
  }

  /** A part of the rows is of the same view, with what it adds on the mean of all. */
  @Test
  void partOfRowsIsJudgedByItsOwnContributions() {
    View view = View.ofNeighbours("view", new double[] {1, 2, 3, 6}, 2);
    View part = view.at(3, 1);
    assertEquals(4, part.nats(), 1e-15);
    assertEquals(List.of(6.0, 2.0), values(part));
  }

  private static List<Double> values(View view) {
    List<Double> values = new ArrayList<>();
    for (double v : view.pointwise()) {
      values.add(v);
    }
    return values;
  }
}
