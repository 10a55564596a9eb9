package io.github.miscope.estimator.discrete;

import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.Variable;
import java.util.Objects;

/**
 * Turns continuous columns into discrete ones, each column on its own. Columns that are discrete
 * already stay as they are. Commutes with shifts and scales (a fixed width scales with the data),
 * as bins start at each column's smallest value.
 */
@FunctionalInterface
public interface Binning {

  /**
   * The bin of each value of a column.
   *
   * @param values n finite values
   * @return n whole numbers, in the order of the bins; some may be negative where bins are counted
   *     from a fixed place
   * @throws IllegalArgumentException if a value is too many bins away
   */
  int[] bins(double... values);

  /**
   * The binned variable.
   *
   * @param variable n observations
   * @return a variable of the same name, columns and shape, all columns discrete
   */
  default Variable apply(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    Variable[] columns = new Variable[variable.d()];
    for (int j = 0; j < columns.length; j++) {
      String name = variable.columnNames().get(j);
      columns[j] =
          Variable.discrete(
              name,
              variable.kinds().get(j) == ColumnKind.DISCRETE
                  ? Variable.of(name, variable.column(j)).levels()
                  : bins(variable.column(j)));
    }
    return Variable.join(variable.name(), columns);
  }

  /**
   * A given number of bins of equal width over each column's range.
   *
   * @param bins how many, at least 1
   * @return the binning
   * @throws IllegalArgumentException if bins &lt; 1
   */
  static Binning equalWidth(int bins) {
    return new EqualWidth(bins);
  }

  /**
   * Bins of a given width, from each column's smallest value on.
   *
   * @param width the width, in the units of the data
   * @return the binning
   * @throws IllegalArgumentException if the width is not positive and finite
   */
  static Binning fixedWidth(double width) {
    return new FixedWidth(width);
  }

  /**
   * A given number of bins with about equally many values each; equal values share a bin.
   *
   * @param bins how many, at least 1
   * @return the binning
   * @throws IllegalArgumentException if bins &lt; 1
   */
  static Binning equalFrequency(int bins) {
    return new EqualFrequency(bins);
  }
}
