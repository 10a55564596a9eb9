/**
 * Noisy networks that are trained, kept at some epochs, resumed, and looked into layer by layer.
 */
@NullMarked
package io.github.miscope.neural.network;

import org.jspecify.annotations.NullMarked;
