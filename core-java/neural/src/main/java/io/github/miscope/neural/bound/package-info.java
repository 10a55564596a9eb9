/** Variational bounds of mutual information, as functions of a critic's scores. */
@NullMarked
package io.github.miscope.neural.bound;

import org.jspecify.annotations.NullMarked;
