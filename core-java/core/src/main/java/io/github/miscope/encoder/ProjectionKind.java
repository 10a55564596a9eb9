package io.github.miscope.encoder;

import io.github.miscope.internal.linear.CrossFit;
import io.github.miscope.internal.linear.FourierFeatures;
import io.github.miscope.internal.linear.Screening;
import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.Locale;

/** The functions among which canonical variates are sought, simplest first. */
enum ProjectionKind {
  SCREENED,
  LEADING,
  LINEAR,
  FOURIER;

  private static final int MAX_WAVES = 128;

  CrossFit fit(ProjectionInput x, ProjectionInput y, int pairs, int folds, double ridge, Seed seed)
      throws InterruptedException {
    return switch (this) {
      case SCREENED -> Screening.of(x.columns(), y.columns(), pairs, folds, ridge);
      case LEADING ->
          linear(
              Arrays.copyOf(x.linear(), x.leading()),
              Arrays.copyOf(y.linear(), y.leading()),
              pairs,
              folds,
              ridge);
      case LINEAR -> linear(x.linear(), y.linear(), pairs, folds, ridge);
      case FOURIER -> {
        int waves = Math.max(1, Math.min(MAX_WAVES, x.columns()[0].length / 8));
        Seed frequencies = seed.derive("waves");
        yield CrossFit.of(
            FourierFeatures.of(x.smooth(), waves, frequencies.generator()),
            FourierFeatures.of(y.smooth(), waves, frequencies.generator()),
            pairs,
            folds,
            ridge);
      }
    };
  }

  /** Whether these functions are others than those of the next kind. */
  boolean suits(ProjectionInput x, ProjectionInput y) {
    return this != LEADING || x.leading() < x.linear().length || y.leading() < y.linear().length;
  }

  private static CrossFit linear(double[][] x, double[][] y, int pairs, int folds, double ridge)
      throws InterruptedException {
    return CrossFit.of(
        Standardised.of(x).columns(), Standardised.of(y).columns(), pairs, folds, ridge);
  }

  @Override
  public String toString() {
    return this == FOURIER ? "Fourier" : name().toLowerCase(Locale.ROOT);
  }
}
