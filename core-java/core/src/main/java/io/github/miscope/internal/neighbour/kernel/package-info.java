/** The inner loops of searches, and which of them do the work. Not API. */
@NullMarked
package io.github.miscope.internal.neighbour.kernel;

import org.jspecify.annotations.NullMarked;
