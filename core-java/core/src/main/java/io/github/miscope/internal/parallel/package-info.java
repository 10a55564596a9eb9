/** Work split over threads so that their number never changes a bit. Not API. */
@NullMarked
package io.github.miscope.internal.parallel;

import org.jspecify.annotations.NullMarked;
