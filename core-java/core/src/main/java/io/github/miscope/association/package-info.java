/**
 * How strongly two columns are associated, for people: mutual information on scales from 0 to 1 and
 * in words, other measures of association to set beside it, a quick test of independence, and the
 * order of columns in which associated ones are neighbours.
 */
@NullMarked
package io.github.miscope.association;

import org.jspecify.annotations.NullMarked;
