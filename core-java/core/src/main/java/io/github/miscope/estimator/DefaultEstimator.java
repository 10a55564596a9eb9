package io.github.miscope.estimator;

/**
 * An estimator for users who do not choose one. Its name says that, by the kinds of the columns,
 * others may serve as well: a general estimator built on it keeps its label.
 */
public interface DefaultEstimator extends MutualInformationEstimator {}
