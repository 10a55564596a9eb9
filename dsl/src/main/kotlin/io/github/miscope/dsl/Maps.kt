package io.github.miscope.dsl

import io.github.miscope.task.Bijection
import io.github.miscope.task.Embedding
import io.github.miscope.task.InformationPreservingMap

// Maps of X or Y that keep the mutual information: task.mapX(cube then scale(0.1)).

/** Cubes every value. */
public val cube: Bijection = Bijection.cube()

/** The logistic function 1/(1 + exp(-x)) of every value. */
public val sigmoid: Bijection = Bijection.sigmoid()

/** The inverse hyperbolic sine of every value, which shortens tails. */
public val asinh: Bijection = Bijection.asinh()

/** The standard normal distribution function of every value, which makes normal columns uniform. */
public val normalCdf: Bijection = Bijection.normalCdf()

/** sign(x) |x|^(3/2) of every value, which lengthens tails. */
public val halfCube: Bijection = Bijection.halfCube()

/**
 * A random matrix, x to alpha W'x with alpha and the entries of W uniform on (0, 1), drawn anew in
 * each trial ("Towards Robust Scale-Invariant Mutual Information Estimators", section 6.3).
 */
public val randmat: Bijection = Bijection.randmat()

/**
 * Multiplies every column by one factor.
 *
 * @throws IllegalArgumentException if the factor is zero or not finite
 */
public fun scale(factor: Double): Bijection = Bijection.scale(factor)

/**
 * The affine map x to A x + b of the rows.
 *
 * @param matrix A, square and well invertible
 * @param offset b, zero if not given
 * @throws IllegalArgumentException if A is not square, finite and well invertible, or b has another
 *   length
 */
public fun affine(
    matrix: Array<DoubleArray>,
    offset: DoubleArray = DoubleArray(matrix.size),
): Bijection = Bijection.affine(matrix, *offset)

/**
 * [copies] copies of the variable side by side, as the new variable.
 *
 * @throws IllegalArgumentException if copies < 1
 */
public fun duplicateSelf(copies: Int): Embedding = Embedding.duplicateSelf(copies)

/**
 * Appends columns of independent normal noise.
 *
 * @param columns how many, at least 1
 * @param sigma standard deviation of the noise, positive
 * @throws IllegalArgumentException if columns < 1 or sigma is not positive and finite
 */
public fun duplicateNoise(columns: Int, sigma: Double = 0.2): Embedding =
    Embedding.duplicateNoise(columns, sigma)

/**
 * A random smooth network that can be inverted, drawn anew in each trial, whose image has [width]
 * columns.
 *
 * @throws IllegalArgumentException if width < 1
 */
public fun randomNetwork(width: Int): Embedding = Embedding.randomNetwork(width)

/** A random rotation or reflection, drawn anew in each trial. */
public val randomRotation: Bijection
    get() = Bijection.randomRotation()

/** This bijection followed by another: `cube then sigmoid` is x to sigmoid(x³). */
public infix fun Bijection.then(next: Bijection): Bijection = then(next)

/** This map followed by another: `cube then duplicateSelf(20)`. */
public infix fun InformationPreservingMap.then(
    next: InformationPreservingMap
): InformationPreservingMap = then(next)
