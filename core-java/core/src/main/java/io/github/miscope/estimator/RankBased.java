package io.github.miscope.estimator;

/**
 * An estimator whose estimate for two single columns without ties depends on the ranks of their
 * values alone. Where the columns are independent, every pairing of ranks is equally likely: the
 * distribution of the estimate depends on the number of observations and on nothing else, so that
 * one null distribution serves all pairs.
 */
public interface RankBased extends MutualInformationEstimator {}
