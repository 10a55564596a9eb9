/** The estimator for continuous data whose structure is not known: the largest of several views. */
@NullMarked
package io.github.miscope.estimator.auto;

import org.jspecify.annotations.NullMarked;
