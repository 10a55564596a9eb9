/** Selection of columns that tell of a target together: mRMR, JMI and CMIM. */
@NullMarked
package io.github.miscope.selection;

import org.jspecify.annotations.NullMarked;
