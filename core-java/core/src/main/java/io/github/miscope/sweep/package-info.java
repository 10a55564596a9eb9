/** Sweeps: estimators by swept values by trials, run on all cores. */
@NullMarked
package io.github.miscope.sweep;

import org.jspecify.annotations.NullMarked;
