package io.github.miscope.scaling;

import io.github.miscope.internal.mean.Means;
import io.github.miscope.internal.neighbour.order.Ranks;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.sample.Variable;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The scalings without parameters. */
enum StandardScaling implements Scaling {
  NONE("none", "") {
    @Override
    public Variable apply(Variable variable) {
      return variable;
    }
  },
  LOCAL("local", "-Local") {
    @Override
    public Variable apply(Variable variable) {
      double[][] columns = variable.columns();
      for (int j = 0; j < columns.length; j++) {
        toUnit(columns[j]);
        double spread = Math.sqrt(Means.meanSquare(centred(columns[j])));
        if (spread > 0) {
          divide(spread, columns[j]);
        } else {
          columns[j] = variable.column(j);
        }
      }
      return variable.withColumns(columns);
    }
  },
  GLOBAL_L2("global L2", "-Global") {
    @Override
    public Variable apply(Variable variable) {
      return byEnergy(variable, 1);
    }
  },
  GLOBAL_LINF("global Linf", "-Global-Linf") {
    @Override
    public Variable apply(Variable variable) {
      double[][] columns = variable.columns();
      toUnit(columns);
      double[] largest = new double[variable.n()];
      for (double[] column : columns) {
        double[] deviations = centred(column);
        for (int i = 0; i < largest.length; i++) {
          largest[i] = Math.max(largest[i], Math.abs(deviations[i]));
        }
      }
      return divided(variable, columns, Means.mean(largest));
    }
  },
  CORRECTED("corrected", "-Global-Corrected") {
    @Override
    public Variable apply(Variable variable) {
      return byEnergy(variable, Math.sqrt(variable.d()));
    }
  },
  RANK("rank", "-Rank") {
    @Override
    public Variable apply(Variable variable) {
      double[][] columns = variable.columns();
      for (int j = 0; j < columns.length; j++) {
        columns[j] = ranks(columns[j]);
      }
      return variable.withColumns(columns);
    }
  },
  NORMAL_RANK("normal-rank", "-Normal-Rank") {
    @Override
    public Variable apply(Variable variable) {
      NormalDistribution normal = NormalDistribution.of(0, 1);
      double[][] columns = variable.columns();
      for (int j = 0; j < columns.length; j++) {
        columns[j] = ranks(columns[j]);
        for (int i = 0; i < columns[j].length; i++) {
          columns[j][i] = normal.inverseCumulativeProbability(columns[j][i]);
        }
      }
      return variable.withColumns(columns);
    }
  },
  WHITENING("whitening", "-Whitened") {
    @Override
    public Variable apply(Variable variable) {
      return WhiteVariable.of(variable).variable();
    }
  };

  private final String label;
  private final String suffix;

  StandardScaling(String label, String suffix) {
    this.label = label;
    this.suffix = suffix;
  }

  @Override
  public boolean isOfRanks() {
    return this == RANK || this == NORMAL_RANK;
  }

  @Override
  public String suffix() {
    return suffix;
  }

  @Override
  public String toString() {
    return label;
  }

  private static Variable byEnergy(Variable variable, double factor) {
    double[][] columns = variable.columns();
    toUnit(columns);
    double energy = 0;
    for (double[] column : columns) {
      energy += Means.meanSquare(centred(column));
    }
    return divided(variable, columns, Math.sqrt(energy) / factor);
  }

  /**
   * Multiplies by a power of two so that the largest magnitude is in [1, 2): exact, and squares
   * neither overflow nor underflow whatever the unit of the data.
   */
  private static void toUnit(double[]... columns) {
    double largest = 0;
    for (double[] column : columns) {
      for (double v : column) {
        largest = Math.max(largest, Math.abs(v));
      }
    }
    int exponent = largest == 0 ? 0 : Math.max(Math.getExponent(largest), Double.MIN_EXPONENT);
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] = Math.scalb(column[i], -exponent);
      }
    }
  }

  /** The columns divided by their spread or, if they have none, the variable as it was. */
  private static Variable divided(Variable variable, double[][] columns, double spread) {
    if (!(spread > 0)) {
      return variable;
    }
    divide(spread, columns);
    return variable.withColumns(columns);
  }

  private static void divide(double spread, double[]... columns) {
    for (double[] column : columns) {
      for (int i = 0; i < column.length; i++) {
        column[i] /= spread;
      }
    }
  }

  private static double[] centred(double[] values) {
    // Measured from the first value, so that a constant column has deviations of exactly zero.
    double[] deviations = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      deviations[i] = values[i] - values[0];
    }
    double mean = Means.mean(deviations);
    for (int i = 0; i < values.length; i++) {
      deviations[i] -= mean;
    }
    return deviations;
  }

  private static double[] ranks(double[] values) {
    Interrupts.throwIfStopped("a scaling");
    double[] ranks = Ranks.of(values);
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = (ranks[i] - 0.5) / ranks.length;
    }
    return ranks;
  }
}
