/** Estimators of compressed variables. */
@NullMarked
package io.github.miscope.estimator.encoded;

import org.jspecify.annotations.NullMarked;
