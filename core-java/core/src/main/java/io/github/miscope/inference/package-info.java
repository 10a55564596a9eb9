/** Standard errors, intervals, p-values, drift and checks of the data, for any estimator. */
@NullMarked
package io.github.miscope.inference;

import org.jspecify.annotations.NullMarked;
