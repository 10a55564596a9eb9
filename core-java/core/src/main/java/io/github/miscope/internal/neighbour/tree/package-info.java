/** Searches by k-d trees. Not API. */
@NullMarked
package io.github.miscope.internal.neighbour.tree;

import org.jspecify.annotations.NullMarked;
