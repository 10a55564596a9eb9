/**
 * The shapes of noisy networks: layers, nonlinearities, and the noise within; no weights and no
 * libtorch.
 */
@NullMarked
package io.github.miscope.neural.layer;

import org.jspecify.annotations.NullMarked;
