package io.github.miscope.dsl

import io.github.miscope.association.PairAssociations
import io.github.miscope.dsl.text.counted
import io.github.miscope.inference.PairsInterruptedException
import io.github.miscope.inference.PairwiseEstimates
import io.github.miscope.inference.TriangleIndex
import io.github.miscope.inference.VariablePairs
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.ColumnsSelectionDsl

/**
 * What is associated with what in this frame, on one page: `df.miReport()`. Every pair of columns
 * of any kind has its mutual information, the same on a scale from 0 to 1 with a word, other
 * measures of association beside it, and an adjusted p-value; the strongest have intervals. Pairs
 * that share much information while correlation shows little are drawn.
 *
 * Missing values are left out pair by pair, and columns that cannot be used are named with the
 * reason. P-values are those of a G-test of independence in bins
 * ([IndependenceTest][io.github.miscope.association.IndependenceTest]), which needs no
 * permutations; `pValue()` permutes the estimates themselves, which takes longer. Intervals of all
 * pairs are made with `interval()`.
 *
 * @param columns selects the columns, as in `df.mi`; all that can be used if not given
 * @param options the estimator, interval, p-value and its adjustment, unit, discrete columns
 * @return the report: shown in a notebook, saved as a page of HTML, read as a frame
 * @throws IllegalArgumentException as `df.miMatrix { ... }`, and if there are more than 200 columns
 * @throws io.github.miscope.estimator.EstimationInterruptedException if the thread is interrupted;
 *   [ReportInterruptedException] has what was finished
 */
public fun <T> DataFrame<T>.miReport(
    columns: (ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any)? = null,
    options: PairsBuilder.() -> Unit = {},
): MiReport {
    requireRows()
    val builder = PairsBuilder(DataChoices().also { it.missing = MissingValues.PAIRWISE })
    builder.filled(options)
    val discrete = builder.choices.discrete
    val usable =
        if (columns == null) reportColumns(discrete)
        else UsableColumns(select("columns", columns).columns, emptyList()).usable(discrete)
    return report(usable, rowsCount(), builder)
}

/**
 * A report on the named columns: `df.miReport("height", "weight", "age")`.
 *
 * @throws IllegalArgumentException as `df.miReport { ... }`
 */
public fun <T> DataFrame<T>.miReport(
    first: String,
    second: String,
    vararg more: String,
    options: PairsBuilder.() -> Unit = {},
): MiReport = miReport({ listOf(first, second, *more) }, options)

/**
 * A report on the given columns: `df.miReport(listOf("height", "weight"))`.
 *
 * @param columns names or columns
 * @throws IllegalArgumentException as `df.miReport { ... }`
 */
public fun <T> DataFrame<T>.miReport(
    columns: Iterable<*>,
    options: PairsBuilder.() -> Unit = {},
): MiReport = miReport({ columns.toList() }, options)

/** All columns at the top level that can be used, and why the others cannot. */
private fun DataFrame<*>.reportColumns(discrete: Set<String>): UsableColumns {
    val named = mutableListOf<NamedColumn>()
    val leftOut = mutableListOf<LeftOutColumn>()
    for (column in columns()) {
        val reason = column.whyLeftOut()
        val tried = if (reason == null) runCatching { column.toNamed(column.name()) } else null
        val refusal = tried?.exceptionOrNull()
        if (refusal != null && refusal !is IllegalArgumentException) throw refusal
        val usable = tried?.getOrNull()
        if (usable != null) named += usable
        else leftOut += LeftOutColumn(column.name(), reason ?: "${refusal?.message}")
    }
    return UsableColumns(named, leftOut).usable(discrete)
}

/** Without columns that would refuse every pair, or share nothing with any other. */
private fun UsableColumns.usable(discrete: Set<String>): UsableColumns {
    val reasons =
        columns.associateWith { column ->
            when {
                column.doubt != null && column.name !in discrete -> column.doubt
                column.values.filterNot { it.isNaN() }.distinct().size < 2 ->
                    "one value only, which shares no information"
                else -> null
            }
        }
    return UsableColumns(
        columns.filter { reasons[it] == null },
        leftOut + columns.mapNotNull { c -> reasons[c]?.let { LeftOutColumn(c.name, it) } },
    )
}

private fun report(given: UsableColumns, rows: Int, builder: PairsBuilder): MiReport {
    val columns = builder.choices.apply(listOf(Side("columns", given.columns))).single().columns
    require(columns.size >= 2) {
        "a report needs at least 2 columns: columns=${columns.size}" +
            (leftOutText(given.leftOut)?.let { "; ${it.trimEnd('.')}" } ?: "")
    }
    require(columns.size <= MAX_REPORTED) {
        "a report has at most $MAX_REPORTED columns: columns=${columns.size}; name fewer, rank them by " +
            "miRank(\"target\"), or take miNetwork()"
    }
    val wanted =
        ColumnPairs(columns, builder.choices.missing, AllPairs(TriangleIndex(columns.size)))
    val pairs = counted(wanted.size(), "pair")
    val beside =
        MiscopeHooks.run("Correlations and tests of $pairs", wanted.size()) { done ->
            PairAssociations.of(wanted) { done(it) }
        }
    val report =
        builder.estimates(
            "Information of $pairs",
            wanted,
            { found ->
                MiReport.of(
                    columns.map { it.name },
                    rows,
                    found,
                    ReportSource(wanted, beside),
                    builder,
                    given.leftOut,
                )
            },
            ::ReportInterruptedException,
        )
    if (builder.choices.level != null) return report
    val strongest = report.pairs.filter { it.nats != null }.take(WITH_INTERVALS)
    return builder.withIntervals(report, wanted, strongest.map { it.number })
}

private const val MAX_REPORTED = 200

/**
 * Pairs that have intervals unless all were asked for: an interval costs as much as 6 estimates.
 */
private const val WITH_INTERVALS = 10

/** The report with standard errors and intervals of some pairs, by their numbers. */
private fun PairsBuilder.withIntervals(
    report: MiReport,
    wanted: ColumnPairs,
    numbers: List<Int>,
): MiReport {
    val some =
        object : VariablePairs {
            override fun size() = numbers.size

            override fun samples(pair: Int) = wanted.samples(numbers[pair])

            override fun x(pair: Int) = VariablePairs.ONCE

            override fun y(pair: Int) = VariablePairs.ONCE
        }
    val withIntervals = pairEstimator(wanted.columns, choices.withInterval())
    fun result(found: PairwiseEstimates) =
        report.withIntervals(
            numbers.indices.filter(found::isEstimated).associate {
                numbers[it] to found.uncertainty(it)
            }
        )
    return MiscopeHooks.run(
        "Intervals of ${counted(numbers.size, "pair")}",
        numbers.size,
        partial = { (it as? PairsStopped)?.finished },
    ) { done ->
        try {
            result(PairwiseEstimates.of(withIntervals, some) { done(it) })
        } catch (e: PairsInterruptedException) {
            // The estimates are all there: they are kept, with the intervals so far.
            throw ReportInterruptedException(result(e.finished()), e.cause as InterruptedException)
        }
    }
}

/** Where the observations of a report's pairs are, and what stands beside their information. */
internal class ReportSource(val columns: ColumnPairs, val beside: PairAssociations)
