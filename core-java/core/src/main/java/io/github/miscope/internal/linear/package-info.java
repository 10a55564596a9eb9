/** Linear algebra on columns of data. Not API. */
@NullMarked
package io.github.miscope.internal.linear;

import org.jspecify.annotations.NullMarked;
