/**
 * Plans of independent cells, and what runs them: every long work, from a sweep to the permutations
 * of a test.
 */
@NullMarked
package io.github.miscope.plan;

import org.jspecify.annotations.NullMarked;
