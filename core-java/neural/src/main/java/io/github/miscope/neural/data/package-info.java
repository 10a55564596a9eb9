/** Labelled data that noisy networks learn from: generators, and images in IDX files. */
@NullMarked
package io.github.miscope.neural.data;

import org.jspecify.annotations.NullMarked;
