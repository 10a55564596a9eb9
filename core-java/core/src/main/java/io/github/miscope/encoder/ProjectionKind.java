package io.github.miscope.encoder;

import io.github.miscope.internal.linear.CrossFit;
import io.github.miscope.internal.linear.FourierFeatures;
import io.github.miscope.internal.linear.LeadingComponents;
import io.github.miscope.internal.linear.Screening;
import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.sample.Seed;
import java.util.Locale;

/** The functions among which canonical variates are sought, simplest first. */
enum ProjectionKind {
  SCREENED,
  LINEAR,
  FOURIER;

  /** The most principal components for linear combinations. */
  private static final int MAX_COMPONENTS = 100;

  /** The most principal components for waves, which fill no more dimensions well. */
  private static final int MAX_WAVE_COMPONENTS = 12;

  private static final int MAX_WAVES = 256;

  CrossFit fit(double[][] x, double[][] y, int pairs, int folds, double ridge, Seed seed)
      throws InterruptedException {
    int n = x[0].length;
    return switch (this) {
      case SCREENED -> Screening.of(x, y, pairs, folds, ridge);
      case LINEAR -> {
        int count = Math.max(1, Math.min(MAX_COMPONENTS, n / 10));
        yield CrossFit.of(
            Standardised.of(components(x, count)).columns(),
            Standardised.of(components(y, count)).columns(),
            pairs,
            folds,
            ridge);
      }
      case FOURIER -> {
        int waves = Math.max(1, Math.min(MAX_WAVES, n / 8));
        yield CrossFit.of(
            FourierFeatures.of(
                components(x, MAX_WAVE_COMPONENTS), waves, seed.derive("waves").generator()),
            FourierFeatures.of(
                components(y, MAX_WAVE_COMPONENTS), waves, seed.derive("waves").generator()),
            pairs,
            folds,
            ridge);
      }
    };
  }

  /** The columns; of more, their leading components. */
  private static double[][] components(double[][] columns, int count) throws InterruptedException {
    if (columns.length <= count) {
      return columns;
    }
    LeadingComponents components =
        LeadingComponents.nearly(columns, Math.min(count, columns[0].length - 1));
    int rank = 1;
    while (rank < components.variances().length
        && components.variances()[rank] > 1e-12 * components.variances()[0]) {
      rank++;
    }
    return components.first(rank).project(columns);
  }

  @Override
  public String toString() {
    return this == FOURIER ? "Fourier" : name().toLowerCase(Locale.ROOT);
  }
}
