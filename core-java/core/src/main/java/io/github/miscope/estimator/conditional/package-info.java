/** Conditional mutual information I(X;Y|Z). */
@NullMarked
package io.github.miscope.estimator.conditional;

import org.jspecify.annotations.NullMarked;
