/** Ties of rounded data. Not API. */
@NullMarked
package io.github.miscope.internal.ties;

import org.jspecify.annotations.NullMarked;
