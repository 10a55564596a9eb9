/**
 * Encoders that are trained: autoencoders, whose codes are a layer of a network that restores its
 * input. No libtorch in them.
 */
@NullMarked
package io.github.miscope.neural.encoder;

import org.jspecify.annotations.NullMarked;
