/** Estimating and exploring mutual information (MI). All information is in nats. */
@NullMarked
package io.github.miscope;

import org.jspecify.annotations.NullMarked;
