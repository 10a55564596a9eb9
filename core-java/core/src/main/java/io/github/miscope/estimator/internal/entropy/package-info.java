/** What estimators of differential entropy share. Not API. */
@NullMarked
package io.github.miscope.estimator.internal.entropy;

import org.jspecify.annotations.NullMarked;
