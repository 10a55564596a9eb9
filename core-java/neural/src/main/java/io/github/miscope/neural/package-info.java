/** Neural estimators of mutual information. */
@NullMarked
package io.github.miscope.neural;

import org.jspecify.annotations.NullMarked;
