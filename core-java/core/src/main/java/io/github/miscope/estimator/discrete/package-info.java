/** Entropy and mutual information of discrete and of binned variables. */
@NullMarked
package io.github.miscope.estimator.discrete;

import org.jspecify.annotations.NullMarked;
