/** Searches that compare every point with every other. Not API. */
@NullMarked
package io.github.miscope.internal.neighbour.pairs;

import org.jspecify.annotations.NullMarked;
