/**
 * Encoders that are trained without classes: contrastively, by querying another encoder, or by
 * imitating it; and how good their representations are.
 */
@NullMarked
package io.github.miscope.neural.representation;

import org.jspecify.annotations.NullMarked;
