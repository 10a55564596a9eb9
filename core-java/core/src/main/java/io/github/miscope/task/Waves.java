package io.github.miscope.task;

import java.io.Serializable;
import java.util.function.UnaryOperator;

/** Shifts the first of two coordinates by a sine of the second, and shrinks both. */
record Waves(double amplitude, double frequency) {

  Bijection bijection() {
    double a = amplitude;
    double f = frequency;
    return Bijection.of(
        "waves(" + TaskLabels.number(a) + ", " + TaskLabels.number(f) + ")",
        (UnaryOperator<double[]> & Serializable)
            x -> new double[] {0.1 * (x[0] + a * Math.sin(f * x[1])) - 0.8, 0.5 * x[1]},
        (UnaryOperator<double[]> & Serializable)
            x -> new double[] {(x[0] + 0.8) / 0.1 - a * Math.sin(f * x[1] / 0.5), x[1] / 0.5});
  }
}
