package io.github.miscope.dsl

import io.github.miscope.dsl.text.short
import io.github.miscope.estimator.Warning
import io.github.miscope.sample.Levels
import io.github.miscope.sample.Samples
import io.github.miscope.sample.Variable
import io.github.miscope.sample.Weights
import java.math.BigDecimal
import java.math.BigInteger

/**
 * A column by name; NaN stands for a missing value.
 *
 * @property levels the names of the levels of a discrete column, whose values are their indices;
 *   null for a continuous one
 * @property isText whether the levels are text as it stands in the data
 * @property spelt how missing values were spelt, if not as null or NaN
 * @property doubt why these levels are presumably numbers; null if they are not
 * @property exact the numbers of which doubles would make equal ones, null where they are missing;
 *   null if doubles tell all apart
 * @property isTime whether the values are dates or times, as seconds since 1970
 */
internal class NamedColumn(
    val name: String,
    val values: DoubleArray,
    val levels: List<String>? = null,
    val isText: Boolean = false,
    val spelt: List<String> = emptyList(),
    val doubt: String? = null,
    private val exact: List<Number?>? = null,
    val isTime: Boolean = false,
) {
    val missing: Int
        get() = values.count { it.isNaN() }

    /** This column as levels, of which only equality counts, as the user wants it. */
    fun toDiscrete(): NamedColumn {
        if (levels != null) return NamedColumn(name, values, levels, spelt = spelt)
        val column = discreteColumn(name, exact ?: values.map { if (it.isNaN()) null else it })
        val names = column.levels.orEmpty()
        // Four digits in place of many, where they tell levels apart.
        val short = names.map { if (it.length > LONG_NAME) it.toDouble().short() else it }
        val shown = if (short.toSet().size == names.size) short else names
        return NamedColumn(name, column.values, shown, spelt = spelt)
    }

    fun doubted(why: String): NamedColumn = NamedColumn(name, values, levels, isText, spelt, why)

    fun toVariable(rows: List<Int>?): Variable {
        doubt?.let { throw IllegalArgumentException(it) }
        val kept = rows?.let { DoubleArray(it.size) { i -> values[it[i]] } } ?: values
        return if (levels == null) Variable.of(name, *kept)
        else Variable.discrete(name, IntArray(kept.size) { kept[it].toInt() }, levels)
    }
}

/** A column of levels: text, booleans, numbers; null where they are missing. */
internal fun discreteColumn(name: String, values: List<Any?>): NamedColumn {
    val levels = Levels.of(name, values.filterNotNull())
    val codes = levels.codes().iterator()
    return NamedColumn(
        name,
        DoubleArray(values.size) { row ->
            if (values[row] == null) Double.NaN else codes.nextInt().toDouble()
        },
        levels.names(),
        isText = values.any { it is String },
    )
}

/**
 * A column of numbers of any types; null where they are missing. Large ones of which doubles would
 * make equal ones (18-digit identifiers, times in nanoseconds) are taken relative to the first:
 * information depends on differences only.
 */
internal fun numberColumn(name: String, values: List<Number?>): NamedColumn {
    val plain =
        DoubleArray(values.size) { row ->
            val value = values[row]?.toDouble() ?: Double.NaN
            require(!value.isInfinite()) {
                "column ${quoted(name)} is $value in row $row: values must be finite"
            }
            value
        }
    if (values.none { it.isRoundedAsDouble() }) return NamedColumn(name, plain)
    val exact = values.map { it?.exact() }
    val distinct = exact.filterNotNull().toSet().size
    if (distinct <= plain.filter { !it.isNaN() }.toSet().size) return NamedColumn(name, plain)
    val first = exact.first { it != null }
    val relative = DoubleArray(values.size) { exact[it]?.subtract(first)?.toDouble() ?: Double.NaN }
    return NamedColumn(name, relative, exact = values)
}

private fun Number?.isRoundedAsDouble(): Boolean =
    when (this) {
        is Long -> this > MAX_EXACT || this < -MAX_EXACT
        is BigInteger,
        is BigDecimal -> true
        else -> false
    }

private fun Number.exact(): BigDecimal =
    when (this) {
        is BigDecimal -> this
        is BigInteger -> toBigDecimal()
        is Long -> BigDecimal.valueOf(this)
        else -> BigDecimal(toDouble())
    }.stripTrailingZeros()

/** Numbers of more characters are shortened as names of levels. */
private const val LONG_NAME = 8

/** The largest whole number up to which doubles hold all: 2^53. */
private const val MAX_EXACT = 1L shl 53

/** The columns of X or of Y, not yet checked for missing values. */
internal class Side(val name: String, val columns: List<NamedColumn>) {
    val rows: Int
        get() = columns.firstOrNull()?.values?.size ?: 0

    fun isMissing(row: Int): Boolean =
        columns.any { row < it.values.size && it.values[row].isNaN() }

    fun toVariable(rows: List<Int>?): Variable =
        if (columns.all { it.levels == null }) {
            // The core's messages for columns that differ in length need them all at once.
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
        } else Variable.join(name, *columns.map { it.toVariable(rows) }.toTypedArray())

    /** The same with some columns taken as levels. */
    fun withDiscrete(names: Set<String>): Side =
        Side(name, columns.map { if (it.name in names) it.toDiscrete() else it })

    /** The same with some columns of times taken as points on a circle. */
    fun withCycles(cycles: Map<String, Cycle>): Side =
        if (columns.none { it.name in cycles }) this
        else Side(name, columns.flatMap { c -> cycles[c.name]?.let(c::cyclic) ?: listOf(c) })
}

/**
 * Paired observations.
 *
 * @property given what is given: the Z of I(X;Y|Z)
 * @property dropped the number of rows that were left out because a value was missing
 * @property warnings what is known of the columns before any estimate
 * @property weights the weights of the rows; null if all are alike
 */
internal class Paired(
    val samples: Samples,
    val given: Variable?,
    val dropped: Int,
    val warnings: List<Warning> = emptyList(),
    val weights: Weights? = null,
)

/** Pairs X with Y, row by row; rows with a missing value are refused or left out. */
internal fun pair(
    x: Side,
    y: Side,
    missing: MissingValues,
    given: Side? = null,
    weights: Side? = null,
): Paired {
    refuseShared("X", x, "Y", y)
    given?.let {
        refuseShared("X", x, "Z", it)
        refuseShared("Y", y, "Z", it)
    }
    val sides = listOfNotNull(x, y, given, weights)
    val columns = sides.flatMap { it.columns }
    val gaps = columns.filter { it.missing > 0 }
    val kept =
        if (gaps.isEmpty()) null
        else {
            require(missing.leavesOut) { missingMessage(gaps, x.rows) }
            complete(sides, gaps)
        }
    return Paired(
        Samples(x.toVariable(kept), y.toVariable(kept)),
        given?.toVariable(kept),
        if (kept == null) 0 else x.rows - kept.size,
        (sides - listOfNotNull(weights)).flatMap { it.columns }.mapNotNull { it.kindWarning() },
        weights?.toWeights(kept),
    )
}

internal fun refuseShared(left: String, x: Side, right: String, y: Side) {
    val names = y.columns.map { it.name }.toSet()
    x.columns
        .firstOrNull { it.name in names }
        ?.let {
            throw IllegalArgumentException(
                "the column ${quoted(it.name)} is in both $left and $right: take it out of one"
            )
        }
}

/** The rows without a missing value. */
internal fun complete(sides: List<Side>, gaps: List<NamedColumn>): List<Int> {
    val first = sides.first()
    sides.drop(1).forEach {
        require(first.rows == it.rows) {
            "${first.name} has ${first.rows} rows but ${it.name} has ${it.rows}: observations " +
                "must be paired"
        }
    }
    val kept = (0 until first.rows).filter { row -> sides.none { it.isMissing(row) } }
    require(kept.size >= 2) {
        "${kept.size} of ${first.rows} rows are left after dropping those with missing values in " +
            "${gaps.joinToString { "${quoted(it.name)}" }}: at least 2 are needed"
    }
    return kept
}

internal fun missingMessage(gaps: List<NamedColumn>, rows: Int): String =
    "missing values (null or NaN) in ${gaps.joinToString { it.shownGaps() }} of $rows rows: fill " +
        "them in, or leave those rows out with missing(DROP)"

private fun NamedColumn.shownGaps(): String {
    val spelling = if (spelt.isEmpty()) "" else ", also spelt ${few(spelt)}"
    return "${quoted(name)} ($missing$spelling)"
}
