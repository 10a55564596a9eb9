package io.github.miscope.estimator.entropy;

import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** X and Y as one variable. */
final class JointVariable {

  private JointVariable() {}

  /** The columns of both, all continuous or one column of levels each. */
  static Variable of(Variable x, Variable y) {
    String name = x.name() + ", " + y.name();
    if (x.isDiscrete()) {
      // Their names may be equal, and do not matter to a discrete entropy.
      return Variable.join(
          name, Variable.discrete("X", x.levels()), Variable.discrete("Y", y.levels()));
    }
    List<double[]> columns = new ArrayList<>(Arrays.asList(x.columns()));
    columns.addAll(Arrays.asList(y.columns()));
    return Variable.ofColumns(name, names(x, y), columns.toArray(new double[0][]));
  }

  /** The columns' names, preceded by X. and Y. if X and Y share one. */
  private static List<String> names(Variable x, Variable y) {
    List<String> names = new ArrayList<>(x.columnNames());
    names.addAll(y.columnNames());
    if (new HashSet<>(names).size() < names.size()) {
      names.clear();
      x.columnNames().forEach(name -> names.add("X." + name));
      y.columnNames().forEach(name -> names.add("Y." + name));
    }
    return names;
  }
}
