/** Points, the distances between them, and what searches tell of each point. Not API. */
@NullMarked
package io.github.miscope.internal.neighbour.space;

import org.jspecify.annotations.NullMarked;
