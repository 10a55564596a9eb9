/** Searches in two columns, cut into strips. Not API. */
@NullMarked
package io.github.miscope.internal.neighbour.strips;

import org.jspecify.annotations.NullMarked;
