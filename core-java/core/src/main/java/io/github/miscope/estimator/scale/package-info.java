/** Estimators composed with scalings of their input. */
@NullMarked
package io.github.miscope.estimator.scale;

import org.jspecify.annotations.NullMarked;
