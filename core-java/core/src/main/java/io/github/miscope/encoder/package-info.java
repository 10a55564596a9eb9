/**
 * Maps of one variable to fewer columns, fitted on a sample, with what they may have lost. Scalings
 * stand beside them: a scaling loses nothing.
 */
@NullMarked
package io.github.miscope.encoder;

import org.jspecify.annotations.NullMarked;
