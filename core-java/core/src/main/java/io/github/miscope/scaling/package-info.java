/** Rescalings of one variable, fitted on the sample that they scale. */
@NullMarked
package io.github.miscope.scaling;

import org.jspecify.annotations.NullMarked;
