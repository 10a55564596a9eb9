package io.github.miscope.encoder;

import io.github.miscope.internal.linear.CrossFit;
import io.github.miscope.internal.linear.FourierFeatures;
import io.github.miscope.internal.linear.Screening;
import io.github.miscope.internal.linear.Standardised;
import io.github.miscope.sample.Seed;
import java.util.Locale;

/** The functions among which canonical variates are sought, simplest first. */
enum ProjectionKind {
  SCREENED,
  LINEAR,
  FOURIER;

  private static final int MAX_WAVES = 128;

  CrossFit fit(ProjectionInput x, ProjectionInput y, int pairs, int folds, double ridge, Seed seed)
      throws InterruptedException {
    return switch (this) {
      case SCREENED -> Screening.of(x.columns(), y.columns(), pairs, folds, ridge);
      case LINEAR ->
          CrossFit.of(
              Standardised.of(x.linear()).columns(),
              Standardised.of(y.linear()).columns(),
              pairs,
              folds,
              ridge);
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

  @Override
  public String toString() {
    return this == FOURIER ? "Fourier" : name().toLowerCase(Locale.ROOT);
  }
}
