package io.github.miscope.neural.experiment;

import io.github.miscope.neural.network.Score;

/**
 * One layer after one epoch.
 *
 * @param epoch how many epochs were done
 * @param layer from 1
 * @param information I(X;T) by sample propagation, in nats
 * @param standardError of the information, in nats
 * @param binnedEntropy H(Bin(T)) over the inputs, in nats, without noise
 * @param scale mean Euclidean norm of T without noise
 * @param training loss and accuracy on the training data
 * @param test loss and accuracy on the test data
 */
public record FlowRow(
    int epoch,
    int layer,
    double information,
    double standardError,
    double binnedEntropy,
    double scale,
    Score training,
    Score test) {}
