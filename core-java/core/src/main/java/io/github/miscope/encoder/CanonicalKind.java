package io.github.miscope.encoder;

import io.github.miscope.sample.Samples;
import java.util.List;

/** Canonical variates by one kind of functions. */
record CanonicalKind(CanonicalProjection projection, ProjectionKind kind) implements PairEncoder {

  @Override
  public PairEncoding fit(Samples samples) {
    return projection.fit(samples, List.of(kind));
  }

  @Override
  public String toString() {
    return projection.toString();
  }
}
