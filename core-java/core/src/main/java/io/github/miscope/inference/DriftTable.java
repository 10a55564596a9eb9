package io.github.miscope.inference;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Estimates against the number of observations, for several k. Immutable.
 *
 * @param estimator the label of the estimator
 * @param rows by k, then by parts, both ascending
 * @param tests one per k, ascending
 */
public record DriftTable(String estimator, List<DriftRow> rows, List<DriftTest> tests) {

  /**
   * A table.
   *
   * @param estimator the label of the estimator
   * @param rows by k, then by parts
   * @param tests one per k
   * @throws IllegalArgumentException if there is no test
   */
  public DriftTable {
    Objects.requireNonNull(estimator, "estimator");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(tests, "tests");
    rows = List.copyOf(rows);
    tests = List.copyOf(tests);
    if (tests.isEmpty()) {
      throw new IllegalArgumentException("a drift table needs at least 1 k: it has none");
    }
  }

  /**
   * The recommended k: that with the smallest standard error among those that do not drift or, if
   * all do, that with the smallest drift.
   *
   * @return one of the values of k
   */
  public int chooseK() {
    return chosen().k();
  }

  /**
   * The test of {@link #chooseK()}.
   *
   * @return the test
   */
  public DriftTest chosen() {
    return tests.stream()
        .filter(test -> !test.drifts())
        .min(Comparator.comparingDouble(DriftTest::standardError))
        .orElseGet(
            () ->
                tests.stream()
                    .min(Comparator.comparingDouble(test -> Math.abs(test.drift())))
                    .orElseThrow());
  }

  /** The estimator, the k to take, and a line for each k. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(estimator);
    text.append(": k = ").append(chooseK());
    text.append(chosen().drifts() ? " drifts least" : " has the smallest error without drift");
    tests.forEach(test -> text.append("\n  ").append(test));
    return text.toString();
  }
}
