/** How plans and rows travel, and where finished rows are kept; not API. */
@NullMarked
package io.github.miscope.spark.internal;

import org.jspecify.annotations.NullMarked;
