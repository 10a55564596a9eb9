/** Covariances, log-determinants and their finite-sample biases. Not API. */
@NullMarked
package io.github.miscope.internal.gaussian;

import org.jspecify.annotations.NullMarked;
