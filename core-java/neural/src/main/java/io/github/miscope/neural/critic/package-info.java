/** The shapes of the networks that score pairs of observations. */
@NullMarked
package io.github.miscope.neural.critic;

import org.jspecify.annotations.NullMarked;
