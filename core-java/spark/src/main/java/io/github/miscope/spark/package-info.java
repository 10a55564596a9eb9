/** Plans of miscope on Apache Spark. */
@NullMarked
package io.github.miscope.spark;

import org.jspecify.annotations.NullMarked;
