/**
 * Networks of many columns: the mutual information of all pairs in tiles of the matrix of pairs,
 * p-values from one null distribution, and the graphs that are made of them.
 */
@NullMarked
package io.github.miscope.network;

import org.jspecify.annotations.NullMarked;
