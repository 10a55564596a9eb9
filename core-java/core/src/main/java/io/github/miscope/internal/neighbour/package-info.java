/** Distances and neighbour counts: which engine searches, and its results. Not API. */
@NullMarked
package io.github.miscope.internal.neighbour;

import org.jspecify.annotations.NullMarked;
