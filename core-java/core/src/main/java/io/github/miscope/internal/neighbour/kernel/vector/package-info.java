/**
 * Kernels of the Vector API, compiled apart and looked up when the module jdk.incubator.vector is
 * there. Not API.
 */
@NullMarked
package io.github.miscope.internal.neighbour.kernel.vector;

import org.jspecify.annotations.NullMarked;
