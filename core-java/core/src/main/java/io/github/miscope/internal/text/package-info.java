/** What becomes text for people. Not API. */
@NullMarked
package io.github.miscope.internal.text;

import org.jspecify.annotations.NullMarked;
