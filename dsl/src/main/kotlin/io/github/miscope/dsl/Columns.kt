package io.github.miscope.dsl

import io.github.miscope.sample.Samples
import io.github.miscope.sample.Variable

/** A column by name; NaN stands for a missing value. */
internal class NamedColumn(val name: String, val values: DoubleArray) {
    val missing: Int
        get() = values.count { it.isNaN() }
}

/** The columns of X or of Y, not yet checked for missing values. */
internal class Side(val name: String, val columns: List<NamedColumn>) {
    val rows: Int
        get() = columns.firstOrNull()?.values?.size ?: 0

    fun isMissing(row: Int): Boolean =
        columns.any { row < it.values.size && it.values[row].isNaN() }

    fun toVariable(rows: List<Int>?): Variable =
        Variable.ofColumns(
            name,
            columns.map { it.name },
            *columns
                .map { column ->
                    rows?.let { DoubleArray(it.size) { i -> column.values[it[i]] } }
                        ?: column.values
                }
                .toTypedArray(),
        )
}

/** Samples, and the number of rows that were left out because a value was missing. */
internal class Paired(val samples: Samples, val dropped: Int)

/** Pairs X with Y, row by row; rows with a missing value are refused or left out. */
internal fun pair(x: Side, y: Side, missing: MissingValues): Paired {
    val names = y.columns.map { it.name }.toSet()
    x.columns
        .firstOrNull { it.name in names }
        ?.let {
            throw IllegalArgumentException(
                "the column \"${it.name}\" is in both X and Y: take it out of one"
            )
        }
    val gaps = (x.columns + y.columns).filter { it.missing > 0 }
    if (gaps.isEmpty()) return Paired(Samples(x.toVariable(null), y.toVariable(null)), 0)
    require(missing == MissingValues.DROP) { missingMessage(gaps, x.rows) }
    require(x.rows == y.rows) {
        "${x.name} has ${x.rows} rows but ${y.name} has ${y.rows}: observations must be paired"
    }
    val kept = (0 until x.rows).filter { !x.isMissing(it) && !y.isMissing(it) }
    require(kept.size >= 2) {
        "${kept.size} of ${x.rows} rows are left after dropping those with missing values in " +
            "${gaps.joinToString { "\"${it.name}\"" }}: at least 2 are needed"
    }
    return Paired(Samples(x.toVariable(kept), y.toVariable(kept)), x.rows - kept.size)
}

internal fun missingMessage(gaps: List<NamedColumn>, rows: Int): String =
    "missing values (null or NaN) in ${gaps.joinToString { "\"${it.name}\" (${it.missing})" }} of " +
        "$rows rows: fill them in, or leave those rows out with missing(DROP)"
