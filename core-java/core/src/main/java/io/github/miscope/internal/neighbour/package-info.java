/** Distances and neighbour counts. Not API. */
@NullMarked
package io.github.miscope.internal.neighbour;

import org.jspecify.annotations.NullMarked;
