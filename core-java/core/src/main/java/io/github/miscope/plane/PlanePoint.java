package io.github.miscope.plane;

import java.util.Optional;

/** I(X;T) and, with classes, I(T;Y). */
record PlanePoint(PlaneValue inputs, Optional<PlaneValue> labels) {}
