/** Nearest-neighbour estimators: the KSG family. */
@NullMarked
package io.github.miscope.estimator.neighbour;

import org.jspecify.annotations.NullMarked;
