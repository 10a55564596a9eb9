package io.github.miscope.dsl

import io.github.miscope.encoder.Encoder
import io.github.miscope.estimator.preset.OptionalPresets
import kotlin.jvm.optionals.getOrNull

/**
 * Codes from which a network of fully connected layers restores its input (Butakov et al. 2024,
 * arXiv:2305.08013); its widths follow from the numbers of columns and observations. It follows
 * bent manifolds that principal components cut. Needs miscope-neural, in which `Autoencoder` has
 * more shapes and the options of training.
 *
 * @param latentDimension the number of codes
 * @return the encoder, which trains where it is fitted
 * @throws MissingModuleException if miscope-neural is not there
 * @throws IllegalArgumentException if there is no code
 */
public fun autoencoder(latentDimension: Int): Encoder =
    OptionalPresets.findAutoencoder(latentDimension).getOrNull()
        ?: throw MissingModuleException("autoencoder", "miscope-neural")

/**
 * Codes from which a convolutional network restores images (the same paper, Table 3). The columns
 * of an image run through its channels, rows and pixels of a row, in this order. Needs
 * miscope-neural.
 *
 * @param height the number of rows, divisible by 4
 * @param width the number of pixels in a row, divisible by 4
 * @param latentDimension the number of codes
 * @param channels how many values a pixel has; 1 if grey
 * @return the encoder, which trains where it is fitted
 * @throws MissingModuleException if miscope-neural is not there
 * @throws IllegalArgumentException if height or width do not fit, or there is no code
 */
public fun imageAutoencoder(
    height: Int,
    width: Int,
    latentDimension: Int,
    channels: Int = 1,
): Encoder =
    OptionalPresets.findImageAutoencoder(channels, height, width, latentDimension).getOrNull()
        ?: throw MissingModuleException("imageAutoencoder", "miscope-neural")
