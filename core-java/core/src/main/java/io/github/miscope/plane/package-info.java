/** Information planes: what layers of a network know about its inputs and its classes. */
@NullMarked
package io.github.miscope.plane;

import org.jspecify.annotations.NullMarked;
