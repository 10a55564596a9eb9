/** Estimators that are programs of their own, in any language. */
@NullMarked
package io.github.miscope.estimator.program;

import org.jspecify.annotations.NullMarked;
