package io.github.miscope.neural.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.estimator.discrete.FixedWidth;
import io.github.miscope.estimator.propagation.SamplePropagation;
import io.github.miscope.neural.data.SplitData;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.training.SnapshotEpochs;
import io.github.miscope.sample.Seed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Figure 5 of Goldfeld et al. (2019) at a size for tests: 600 epochs, four snapshots, X uniform on
 * 256 of the patterns, ten draws of S each.
 */
class SztTest {

  private static List<FlowRow> flow(Experiment experiment, Integer... layers) {
    Experiment small =
        new Experiment(
            experiment.name(),
            experiment.plan(),
            List.of(layers),
            SplitData.of(experiment.inputs(), 0.5, Seed.of(5)).training());
    return small
        .withTraining(small.plan().training().withSnapshots(SnapshotEpochs.at(24, 207)))
        .run()
        .flow(SamplePropagation.withDefaults().withConditionalDraws(10), new FixedWidth(0.05));
  }

  private static List<FlowRow> layer(List<FlowRow> rows, int layer) {
    return rows.stream().filter(row -> row.layer() == layer).toList();
  }

  private static double error(FlowRow a, FlowRow b) {
    return Math.hypot(a.standardError(), b.standardError());
  }

  @Test
  void informationRisesAndFallsAndNoLayerHasMoreThanTheOneBelow() {
    List<FlowRow> rows = flow(Experiments.szt(Nonlinearity.TANH, Size.SMALL), 1, 2, 3, 4, 5);
    List<FlowRow> fifth = new ArrayList<>(layer(rows, 5));
    FlowRow first = fifth.get(0);
    FlowRow top = fifth.get(1);
    FlowRow last = fifth.get(fifth.size() - 1);
    assertTrue(last.test().accuracy() >= 0.95, last.toString());
    assertTrue(top.information() - first.information() > 3 * error(top, first), rows.toString());
    assertTrue(top.information() - last.information() > 3 * error(top, last), rows.toString());
    assertDataProcessing(rows);
  }

  /** No layer has more than the one below, and none more than X: for the same epoch, in order. */
  private static void assertDataProcessing(List<FlowRow> rows) {
    for (int i = 0; i < rows.size(); i++) {
      FlowRow row = rows.get(i);
      assertTrue(row.information() <= Math.log(256) + 3 * row.standardError(), row.toString());
      if (row.layer() > 1) {
        FlowRow below = rows.get(i - 1);
        // 16 comparisons: four errors fail for one seed in 2000.
        assertTrue(
            row.information() <= below.information() + 4 * error(row, below),
            below + " and " + row);
      }
    }
  }

  @Test
  void withOrthonormalWeightsItDoesNotFall() {
    List<FlowRow> all =
        flow(Experiments.sztOrthonormal(Nonlinearity.TANH, Size.SMALL), 1, 2, 3, 4, 5);
    assertDataProcessing(all);
    List<FlowRow> rows = layer(all, 5);
    FlowRow last = rows.get(rows.size() - 1);
    assertTrue(last.test().accuracy() >= 0.95, last.toString());
    for (FlowRow row : rows) {
      assertTrue(last.information() >= row.information() - 3 * error(row, last), rows.toString());
    }
  }
}
