package io.github.miscope.inference;

import java.util.Locale;

/**
 * Estimates from parts of the data.
 *
 * @param k the number of neighbours
 * @param parts into how many parts the data were cut; 1 is the whole
 * @param n the observations in a part
 * @param mean the mean estimate over the parts, in nats
 * @param standardError the standard error of the mean over the parts of one partition, in nats: the
 *     error bar of the plot. Means for different parts come from the same observations, so their
 *     differences are less noisy than that
 */
public record DriftRow(int k, int parts, int n, double mean, double standardError) {

  /** The row in one line: "k = 3, 2 parts of n = 250: 0.4321 nats, standard error 0.0213". */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "k = %d, %d %s of n = %d: %.4f nats%s",
        k,
        parts,
        parts == 1 ? "part" : "parts",
        n,
        mean,
        Double.isNaN(standardError)
            ? ""
            : String.format(Locale.ROOT, ", standard error %.4f", standardError));
  }
}
