/** Neighbours in a joint space and their counts in its subspaces. Not API. */
@NullMarked
package io.github.miscope.estimator.internal.subspace;

import org.jspecify.annotations.NullMarked;
