package io.github.miscope.estimator;

/**
 * An estimator of variables of any kinds, which chooses another one by the kinds of the columns.
 */
public interface ChoosesByKind extends AcceptsLevels {}
