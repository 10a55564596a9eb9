/** Journals of finished work, and locks of files. */
@NullMarked
package io.github.miscope.internal.file;

import org.jspecify.annotations.NullMarked;
