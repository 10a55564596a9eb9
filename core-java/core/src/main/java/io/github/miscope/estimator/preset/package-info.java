/** The estimators of the literature by name. */
@NullMarked
package io.github.miscope.estimator.preset;

import org.jspecify.annotations.NullMarked;
