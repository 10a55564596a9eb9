package io.github.miscope.plane;

import java.util.Optional;

/** I(X;T) and, with classes, I(T;Y); and, with compression, what X and T were compressed to. */
record PlanePoint(
    PlaneValue inputs,
    Optional<PlaneValue> labels,
    Optional<PlaneCodes> inputCodes,
    Optional<PlaneCodes> layerCodes) {

  static PlanePoint of(PlaneValue inputs, Optional<PlaneValue> labels) {
    return new PlanePoint(inputs, labels, Optional.empty(), Optional.empty());
  }
}
