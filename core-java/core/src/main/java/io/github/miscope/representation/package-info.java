/** What the layers of a network make of its inputs, epoch by epoch, and how they cluster. */
@NullMarked
package io.github.miscope.representation;

import org.jspecify.annotations.NullMarked;
