/** Means. Not API. */
@NullMarked
package io.github.miscope.internal.mean;

import org.jspecify.annotations.NullMarked;
