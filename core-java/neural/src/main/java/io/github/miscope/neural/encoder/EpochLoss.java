package io.github.miscope.neural.encoder;

/**
 * How an autoencoder did in an epoch, in the units of its scaled input.
 *
 * @param epoch from 1
 * @param training the mean loss of the epoch's steps, with noise
 * @param heldOut the loss on observations that it does not learn from, without noise; NaN where
 *     there are none
 */
public record EpochLoss(int epoch, double training, double heldOut) {}
