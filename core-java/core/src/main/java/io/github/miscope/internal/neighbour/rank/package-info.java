/** Counts of the points of a plane by their ranks. Not API. */
@NullMarked
package io.github.miscope.internal.neighbour.rank;

import org.jspecify.annotations.NullMarked;
