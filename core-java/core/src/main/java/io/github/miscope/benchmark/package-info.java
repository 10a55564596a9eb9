/**
 * Benchmarks: suites of tasks of known mutual information, by estimators, run as one plan; with a
 * leaderboard.
 */
@NullMarked
package io.github.miscope.benchmark;

import org.jspecify.annotations.NullMarked;
