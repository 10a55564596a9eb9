/** Observations from files of NumPy: one array in an NPY file, several in an NPZ archive. */
@NullMarked
package io.github.miscope.sample.io;

import org.jspecify.annotations.NullMarked;
