/**
 * What the layers of a network make of its inputs, epoch by epoch, and how far they cluster
 * (Goldfeld et al., "Estimating information flow in deep neural networks", ICML 2019, sections 4
 * and 5). Plain data for tables and figures.
 */
@NullMarked
package io.github.miscope.activation;

import org.jspecify.annotations.NullMarked;
