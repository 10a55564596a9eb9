/** How critics and noisy networks are trained, and how the training went. */
@NullMarked
package io.github.miscope.neural.training;

import org.jspecify.annotations.NullMarked;
