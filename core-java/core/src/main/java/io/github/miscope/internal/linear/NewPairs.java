package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The pairs of variates that tell what others do not. Canonical variates by functions that are not
 * linear come with functions of themselves: of two normal variables of correlation r the second
 * pair has correlation r squared and is the square of the first (Lancaster 1958), which adds
 * nothing.
 *
 * <p>Pairs are chosen one by one: the next is the one of which the part that no polynomial of the
 * chosen ones tells, in X's variate or in Y's, correlates most with the other variate.
 */
public final class NewPairs {

  /** Terms of polynomials, as a share of the rows. */
  private static final double MAX_SHARE = 0.1;

  /** Terms of polynomials: as many as ten variates have. */
  private static final int MAX_TERMS = 100;

  /** Less is left of a variate, as a share of its variance, than rounding leaves. */
  private static final double NOTHING = 1e-9;

  private final double[][] u;
  private final double[][] v;
  private final Rest restU;
  private final Rest restV;

  private NewPairs(double[][] u, double[][] v) {
    this.u = standardised(u);
    this.v = standardised(v);
    restU = new Rest(this.u);
    restV = new Rest(this.v);
  }

  /** Columns of mean 0 and mean square 1, or of zeros where one is constant. */
  private static double[][] standardised(double[][] columns) {
    return Arrays.stream(columns)
        .map(
            column ->
                Arrays.stream(column).allMatch(value -> value == column[0])
                    ? new double[column.length]
                    : Standardised.of(column).columns()[0])
        .toArray(double[][]::new);
  }

  /**
   * The pairs, in the order in which they were chosen.
   *
   * @param indices of the pairs, at least one
   * @param nats the information of normal variables whose correlations are those of the new parts
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Choice(int[] indices, double nats) {}

  /**
   * Chooses pairs.
   *
   * @param u the variates of X
   * @param v the variates of Y
   * @param bound below which a correlation does not count
   */
  public static Choice of(double[][] u, double[][] v, double bound) throws InterruptedException {
    return new NewPairs(u, v).choose(bound);
  }

  private Choice choose(double bound) throws InterruptedException {
    int[] chosen = new int[u.length];
    boolean[] taken = new boolean[u.length];
    double nats = 0;
    int count = 0;
    while (count < u.length) {
      int best = -1;
      double most = Double.NEGATIVE_INFINITY;
      for (int l = 0; l < u.length; l++) {
        double correlation =
            Math.max(correlation(restU.of(l), v[l]), correlation(u[l], restV.of(l)));
        if (!taken[l] && correlation > most) {
          best = l;
          most = correlation;
        }
      }
      if (count > 0 && !(most > bound)) {
        break;
      }
      double r = Math.min(1 - 1e-12, Math.max(0, most));
      nats -= 0.5 * Math.log((1 - r) * (1 + r));
      taken[best] = true;
      chosen[count++] = best;
      if (count < u.length) {
        restU.choose(best);
        restV.choose(best);
      }
    }
    return new Choice(Arrays.copyOf(chosen, count), nats);
  }

  private static double correlation(double[] a, double[] b) {
    double squares = dot(a, a) / a.length;
    return squares < NOTHING ? 0 : dot(a, b) / a.length / Math.sqrt(squares);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** What polynomials of the chosen variates do not tell of each. */
  private static final class Rest {

    private final double[][] columns;
    private final double[][] rests;
    private final List<double[]> basis = new ArrayList<>();
    private final List<double[]> chosenBefore = new ArrayList<>();

    Rest(double[][] columns) {
      this.columns = columns;
      rests = new double[columns.length][];
      Arrays.setAll(rests, l -> columns[l].clone());
      double[] constant = new double[columns[0].length];
      Arrays.fill(constant, 1 / Math.sqrt(constant.length));
      basis.add(constant);
    }

    double[] of(int l) {
      return rests[l];
    }

    void choose(int chosen) throws InterruptedException {
      double[] z = columns[chosen];
      double[] bent = new double[z.length];
      // Bounded by 3: the powers of few rows far out would say nothing of the others.
      Arrays.setAll(bent, i -> z[i] / (1 + Math.abs(z[i]) / 3));
      double[] square = product(z, z);
      add(z);
      add(square);
      add(product(z, square));
      add(bent);
      add(product(bent, bent));
      for (double[] earlier : chosenBefore) {
        add(product(z, earlier));
      }
      chosenBefore.add(z);
    }

    private static double[] product(double[] a, double[] b) {
      double[] product = new double[a.length];
      Arrays.setAll(product, i -> a[i] * b[i]);
      return product;
    }

    private void add(double[] term) throws InterruptedException {
      Interrupts.check();
      if (basis.size() > Math.min(MAX_TERMS, MAX_SHARE * term.length)) {
        return;
      }
      double before = dot(term, term);
      double[] rest = term.clone();
      // Twice is enough (Giraud, Langou and Rozloznik 2005).
      for (int pass = 0; pass < 2; pass++) {
        for (double[] direction : basis) {
          subtract(rest, direction);
        }
      }
      double squares = dot(rest, rest);
      if (squares < NOTHING * before) {
        return;
      }
      for (int i = 0; i < rest.length; i++) {
        rest[i] /= Math.sqrt(squares);
      }
      basis.add(rest);
      for (double[] variate : rests) {
        subtract(variate, rest);
      }
    }

    private static void subtract(double[] values, double[] direction) {
      double share = dot(values, direction);
      for (int i = 0; i < values.length; i++) {
        values[i] -= share * direction[i];
      }
    }
  }
}
