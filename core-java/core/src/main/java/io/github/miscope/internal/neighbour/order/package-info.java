/** Columns in ascending order, ranks, and powers of two taken out of columns. Not API. */
@NullMarked
package io.github.miscope.internal.neighbour.order;

import org.jspecify.annotations.NullMarked;
