/** Scores between representations: how much one encoder tells of another. */
@NullMarked
package io.github.miscope.score;

import org.jspecify.annotations.NullMarked;
