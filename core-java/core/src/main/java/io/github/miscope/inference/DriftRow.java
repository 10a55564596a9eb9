package io.github.miscope.inference;

/**
 * Estimates from parts of the data.
 *
 * @param k the number of neighbours
 * @param parts into how many parts the data were cut; 1 is the whole
 * @param n the observations in a part
 * @param mean the mean estimate over the parts, in nats
 * @param standardError the standard error of the mean over the parts of one partition, in nats: the
 *     error bar of the plot. Means for different parts come from the same observations, so their
 *     differences are less noisy than that
 */
public record DriftRow(int k, int parts, int n, double mean, double standardError) {}
