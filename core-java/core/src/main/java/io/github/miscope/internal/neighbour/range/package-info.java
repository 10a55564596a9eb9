/** Searches range by range, which read data block by block. Not API. */
@NullMarked
package io.github.miscope.internal.neighbour.range;

import org.jspecify.annotations.NullMarked;
