/** Series in order of time: mutual information and transfer entropy against the lag. */
@NullMarked
package io.github.miscope.series;

import org.jspecify.annotations.NullMarked;
