/** Distributions of (X, Y) whose mutual information is known, and maps that keep it. */
@NullMarked
package io.github.miscope.task;

import org.jspecify.annotations.NullMarked;
