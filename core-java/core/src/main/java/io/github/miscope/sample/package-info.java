/** Observations: paired samples of X and Y, and the seeds that random ones are drawn from. */
@NullMarked
package io.github.miscope.sample;

import org.jspecify.annotations.NullMarked;
