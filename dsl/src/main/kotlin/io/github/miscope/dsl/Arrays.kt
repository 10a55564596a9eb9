package io.github.miscope.dsl

import io.github.miscope.sample.Samples
import io.github.miscope.sample.Variable
import java.nio.file.Path
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.multik.ndarray.data.DataType
import org.jetbrains.kotlinx.multik.ndarray.data.Dimension
import org.jetbrains.kotlinx.multik.ndarray.data.MultiArray

/**
 * Mutual information of two one-dimensional variables.
 *
 * @param x n observations of X
 * @param y n observations of Y, paired with those of X
 * @param options estimators, unit and what to do with NaN
 * @return one estimate per estimator
 * @throws IllegalArgumentException if lengths differ, n < 2, a value is NaN (without
 *   `missing(DROP)`) or infinite, or the data do not suit an estimator (for instance k >= n)
 * @throws io.github.miscope.estimator.EstimationInterruptedException if the thread is interrupted
 */
public fun mi(x: DoubleArray, y: DoubleArray, options: EstimateBuilder.() -> Unit = {}): MiResult =
    estimate(side("x", x), side("y", y), options)

/**
 * Mutual information of two variables, given by rows.
 *
 * @param x n rows of dX values
 * @param y n rows of dY values, paired with those of X
 * @param options estimators, unit and what to do with NaN
 * @return one estimate per estimator
 * @throws IllegalArgumentException as `mi(DoubleArray, DoubleArray)`, and if rows differ in length
 */
public fun mi(
    x: Array<DoubleArray>,
    y: Array<DoubleArray>,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = estimate(side("x", x), side("y", y), options)

/** Mutual information of a variable given by rows and a one-dimensional one. */
public fun mi(
    x: Array<DoubleArray>,
    y: DoubleArray,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = estimate(side("x", x), side("y", y), options)

/** Mutual information of a one-dimensional variable and one given by rows. */
public fun mi(
    x: DoubleArray,
    y: Array<DoubleArray>,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = estimate(side("x", x), side("y", y), options)

/**
 * Mutual information of Multik arrays.
 *
 * @param x n values (`D1`), or n rows of dX values (`D2`), of any numeric type
 * @param y n values (`D1`), or n rows of dY values (`D2`), of any numeric type
 * @param options estimators, unit and what to do with NaN
 * @return one estimate per estimator
 * @throws IllegalArgumentException as `mi(DoubleArray, DoubleArray)`, and if an array has more than
 *   two axes
 */
public fun mi(
    x: MultiArray<out Number, out Dimension>,
    y: MultiArray<out Number, out Dimension>,
    options: EstimateBuilder.() -> Unit = {},
): MiResult = estimate(side("x", x), side("y", y), options)

/**
 * Mutual information of two one-dimensional variables, given as lists: of numbers, which are
 * continuous, or of text, booleans and the like, which are discrete.
 *
 * @param x n observations of X; null for a missing value
 * @param y n observations of Y, paired with those of X
 * @throws IllegalArgumentException as `mi(DoubleArray, DoubleArray)`, and if a list holds neither
 *   numbers nor levels
 */
public fun mi(x: Iterable<*>, y: Iterable<*>, options: EstimateBuilder.() -> Unit = {}): MiResult =
    estimate(side("x", x), side("y", y), options)

/** Mutual information of numbers and a list: `mi(weights, listOf("a", "b", "a", ...))`. */
public fun mi(x: DoubleArray, y: Iterable<*>, options: EstimateBuilder.() -> Unit = {}): MiResult =
    estimate(side("x", x), side("y", y), options)

/** Mutual information of a list and numbers. */
public fun mi(x: Iterable<*>, y: DoubleArray, options: EstimateBuilder.() -> Unit = {}): MiResult =
    estimate(side("x", x), side("y", y), options)

/**
 * Mutual information of numbers and whole numbers, which are continuous unless `discrete("y")` says
 * otherwise.
 */
public fun mi(x: DoubleArray, y: IntArray, options: EstimateBuilder.() -> Unit = {}): MiResult =
    mi(x, y.toList(), options)

/**
 * Mutual information of whole numbers, which are continuous unless `discrete("x", "y")` says
 * otherwise.
 */
public fun mi(x: IntArray, y: IntArray, options: EstimateBuilder.() -> Unit = {}): MiResult =
    mi(x.toList(), y.toList(), options)

/**
 * Mutual information of samples of the core.
 *
 * @param samples n paired observations
 * @param options estimators and unit
 * @return one estimate per estimator
 * @throws IllegalArgumentException if the data do not suit an estimator (for instance k >= n)
 */
public fun mi(samples: Samples, options: EstimateBuilder.() -> Unit = {}): MiResult =
    estimate(samples, EstimateBuilder().filled(options))

/**
 * Mutual information of variables of the core, or of NumPy's files: `mi(npy("x.npy"),
 * npy("y.npy"))`.
 *
 * @throws IllegalArgumentException if they differ in the number of observations, or the data do not
 *   suit an estimator
 */
public fun mi(x: Variable, y: Variable, options: EstimateBuilder.() -> Unit = {}): MiResult =
    mi(Samples(x, y), options)

/**
 * The numbers of an NPY file, or of an array of an NPZ file, as a variable: n rows, the other axes
 * flattened. Booleans, integers with and without sign, floats of 2 to 8 bytes, in the order of C or
 * Fortran.
 *
 * @param file a `.npy` file, or an `.npz` file
 * @param key the name of an array in an `.npz` file
 * @throws java.io.IOException if the file cannot be read
 * @throws IllegalArgumentException if it is no NPY file, is cut short, holds no numbers, fewer than
 *   2 rows, or a number that is not finite; the message names the file
 */
public fun npy(file: String, key: String? = null): Variable =
    npyArray(Path.of(file), key).toVariable(key ?: nameOf(file))

/**
 * The whole numbers of an NPY file as levels, of which only equality counts: `mi(npy("x.npy"),
 * npyLevels("labels.npy"))`.
 *
 * @throws IllegalArgumentException as [npy], and if a value is not whole, or there are several in a
 *   row
 */
public fun npyLevels(file: String, key: String? = null): Variable =
    npyArray(Path.of(file), key).toClasses(key ?: nameOf(file))

private fun nameOf(file: String): String = Path.of(file).fileName.toString().removeSuffix(".npy")

internal fun side(name: String, values: DoubleArray): Side =
    Side(name, listOf(NamedColumn(name, values)))

internal fun side(name: String, values: Iterable<*>): Side =
    columnSide(values.toList().toColumn(name))

internal fun side(name: String, rows: Array<DoubleArray>): Side {
    val d = rows.firstOrNull()?.size ?: 0
    require(rows.isNotEmpty()) { "$name is empty: at least 2 rows are needed" }
    rows.forEachIndexed { i, row ->
        require(row.size == d) {
            "$name[$i] has ${row.size} values but $name[0] has $d: rows must have equal length"
        }
    }
    return Side(
        name,
        List(d) { j -> NamedColumn(columnName(name, j, d), DoubleArray(rows.size) { rows[it][j] }) },
    )
}

internal fun side(name: String, array: MultiArray<out Number, out Dimension>): Side {
    require(array.shape.size in 1..2) {
        "$name has ${array.shape.size} axes: it must have one (n values) or two (n rows of d values)"
    }
    val n = array.shape[0]
    val d = array.shape.getOrElse(1) { 1 }
    val values = array.iterator()
    // Row by row. Other numbers than Long are doubles without loss, and take less room so.
    val columns =
        if (array.dtype == DataType.LongDataType) {
            val exact = List(d) { ArrayList<Number>(n) }
            repeat(n * d) { exact[it % d] += values.next() }
            exact.mapIndexed { j, column -> numberColumn(columnName(name, j, d), column) }
        } else {
            val plain = List(d) { DoubleArray(n) }
            repeat(n * d) { plain[it % d][it / d] = values.next().toDouble() }
            plain.mapIndexed { j, column -> NamedColumn(columnName(name, j, d), column) }
        }
    return Side(name, columns)
}

private fun columnName(name: String, j: Int, d: Int): String = if (d == 1) name else "$name$j"
