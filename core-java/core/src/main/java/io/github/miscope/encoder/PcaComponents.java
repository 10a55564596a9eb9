package io.github.miscope.encoder;

import io.github.miscope.internal.linear.LeadingComponents;

/** How many components are found, and how many of them are kept. */
final class PcaComponents {

  /** Components of less than this part of the largest variance are rounding. */
  private static final double ROUNDING = 1e-12;

  /** So many components are looked at first where their number is open. */
  private static final int FIRST = 16;

  private PcaComponents() {}

  /** The components that are kept and, where there is one, the next. */
  static LeadingComponents of(double[][] columns, LatentDimension dimension)
      throws InterruptedException {
    int limit = Math.min(columns.length, columns[0].length);
    if (dimension instanceof LatentDimension.Fixed fixed) {
      return LeadingComponents.of(columns, Math.min(limit, fixed.count() + 1));
    }
    int count = Math.min(limit, FIRST);
    LeadingComponents components = LeadingComponents.of(columns, count);
    while (count < limit && kept(components, dimension) >= count) {
      count = Math.min(limit, 2 * count);
      components = LeadingComponents.of(columns, count);
    }
    return components;
  }

  /** How many of the components are kept: at least one, none that is rounding. */
  static int count(LeadingComponents components, LatentDimension dimension) {
    double[] variances = components.variances();
    int rank = 1;
    while (rank < variances.length && variances[rank] > ROUNDING * variances[0]) {
      rank++;
    }
    return Math.max(1, Math.min(rank, kept(components, dimension)));
  }

  private static int kept(LeadingComponents components, LatentDimension dimension) {
    if (dimension instanceof LatentDimension.Fixed fixed) {
      return Math.min(fixed.count(), components.variances().length);
    }
    return dimension instanceof LatentDimension.VarianceShare share
        ? explaining(components, share.share())
        : aboveNoise(components);
  }

  private static int explaining(LeadingComponents components, double share) {
    double[] variances = components.variances();
    double wanted = share * components.totalVariance() * (1 - ROUNDING);
    double sum = 0;
    int count = 0;
    while (count < variances.length && sum < wanted) {
      sum += variances[count++];
    }
    return count;
  }

  /**
   * How many singular values are above the threshold for the noise that the others then are. More
   * above it leave less noise, and lower it: the number grows until it stands.
   */
  private static int aboveNoise(LeadingComponents components) {
    double[] variances = components.variances();
    int d = components.means().length;
    int n = components.n();
    double beta = Math.min(n, d) / (double) Math.max(n, d);
    double squaredThreshold =
        2 * (beta + 1) + 8 * beta / (beta + 1 + Math.sqrt(beta * beta + 14 * beta + 1));
    double rest = components.totalVariance();
    int count = 0;
    while (count < variances.length && count < d) {
      double noise = rest / (d - count);
      if (variances[count] * n <= squaredThreshold * Math.max(n, d) * noise) {
        break;
      }
      rest = Math.max(0, rest - variances[count]);
      count++;
    }
    return count;
  }
}
