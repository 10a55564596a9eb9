/** Ties of rounded data. Not API. */
@NullMarked
package io.github.miscope.estimator.internal.ties;

import org.jspecify.annotations.NullMarked;
