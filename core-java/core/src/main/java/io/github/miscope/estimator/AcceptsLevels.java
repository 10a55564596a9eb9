package io.github.miscope.estimator;

/**
 * An estimator of I(X;Y) that takes a discrete variable beside a continuous one as it is. To others
 * a discrete variable must be given in columns of numbers, such as one of 0 and 1 for each level.
 */
public interface AcceptsLevels extends MutualInformationEstimator {}
