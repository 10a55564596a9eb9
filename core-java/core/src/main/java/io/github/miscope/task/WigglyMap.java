package io.github.miscope.task;

import java.io.Serializable;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A value with sines of it added, which are so flat that the sum still rises: its slope is above
 * 0.1.
 */
record WigglyMap(String name, List<Sine> sines) {

  static final WigglyMap X =
      new WigglyMap(
          "wigglyX",
          List.of(new Sine(0.4, 1, 0), new Sine(0.2, 1.7, 1), new Sine(0.03, 3.3, -2.5)));

  static final WigglyMap Y =
      new WigglyMap(
          "wigglyY",
          List.of(new Sine(-0.4, 0.4, 0), new Sine(0.17, 1.3, 3.5), new Sine(0.02, 4.3, -2.5)));

  /** amplitude * sin(frequency * x + phase). */
  record Sine(double amplitude, double frequency, double phase) implements Serializable {}

  Bijection bijection() {
    // Captures what can be sent to another machine.
    List<Sine> own = sines;
    return Bijection.pointwise(
        name,
        (DoubleUnaryOperator & Serializable) x -> forward(own, x),
        (DoubleUnaryOperator & Serializable) y -> inverse(own, y));
  }

  private static double forward(List<Sine> sines, double x) {
    double sum = x;
    for (Sine sine : sines) {
      sum += sine.amplitude * Math.sin(sine.frequency * x + sine.phase);
    }
    return sum;
  }

  private static double inverse(List<Sine> sines, double y) {
    double reach = sines.stream().mapToDouble(sine -> Math.abs(sine.amplitude)).sum();
    double low = y - reach;
    double high = y + reach;
    double middle = (low + high) / 2;
    while (low < middle && middle < high) {
      boolean below = forward(sines, middle) < y;
      low = below ? middle : low;
      high = below ? high : middle;
      middle = (low + high) / 2;
    }
    return middle;
  }
}
