/** Checks of options, with messages that name the option, its value and the rule. Not API. */
@NullMarked
package io.github.miscope.internal.check;

import org.jspecify.annotations.NullMarked;
