package io.github.miscope.selection;

import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;

/** A selection as the papers write it: every term of every score is estimated anew. */
final class PlainSelection {

  private final SelectionPlan plan;

  PlainSelection(SelectionPlan plan) {
    this.plan = plan;
  }

  List<String> names() {
    List<Variable> chosen = new ArrayList<>();
    List<Variable> open = new ArrayList<>(plan.candidates());
    while (chosen.size() < plan.most()) {
      Variable best = null;
      double most = Double.NEGATIVE_INFINITY;
      for (Variable x : open) {
        double score = score(x, chosen);
        if (score > most) {
          most = score;
          best = x;
        }
      }
      chosen.add(best);
      open.remove(best);
    }
    return chosen.stream().map(Variable::name).toList();
  }

  private double score(Variable x, List<Variable> chosen) {
    if (chosen.isEmpty()) {
      return information(x, plan.target());
    }
    return switch (plan.criterion()) {
      case MRMR ->
          information(x, plan.target())
              - chosen.stream().mapToDouble(s -> information(x, s)).sum() / chosen.size();
      case JMI -> chosen.stream().mapToDouble(s -> given(x, s)).sum() / chosen.size();
      case CMIM -> chosen.stream().mapToDouble(s -> given(x, s)).min().orElseThrow();
    };
  }

  private double information(Variable x, Variable y) {
    return plan.estimator().estimate(new Samples(x, y)).nats();
  }

  private double given(Variable x, Variable s) {
    return plan.conditional().estimate(new ConditionalSamples(x, plan.target(), s)).nats();
  }
}
