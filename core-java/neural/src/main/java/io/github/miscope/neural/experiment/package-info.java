/**
 * The experiments of the literature on information flow and on dataset inference, each one call.
 */
@NullMarked
package io.github.miscope.neural.experiment;

import org.jspecify.annotations.NullMarked;
