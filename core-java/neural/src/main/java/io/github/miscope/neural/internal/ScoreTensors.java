package io.github.miscope.neural.internal;

import org.bytedeco.pytorch.Tensor;

/**
 * What a critic says of a batch.
 *
 * @param joint b scores of the pairs
 * @param product b rows of m scores: row i has those of y_i with other x; empty where m = 0
 */
record ScoreTensors(Tensor joint, Tensor product) {}
