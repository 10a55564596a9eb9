package io.github.miscope.dsl

import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.neighbour.KsgVariant
import io.github.miscope.estimator.neighbour.MultiInformation
import io.github.miscope.sample.Variable
import io.github.miscope.scaling.Scaling
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.ColumnsSelectionDsl

/** Options of multi-information: `df.multiInformation("a", "b", "c") { k(5) }`. */
@MiscopeDsl
public class MultiInformationBuilder internal constructor() : MiscopeBuilder() {
    internal val choices = DataChoices()
    internal var estimator = MultiInformation.withDefaults()
    internal var scaling = Scaling.normalRank()

    /** The number of neighbours, at least 1; 3 by default. */
    public fun k(k: Int) {
        estimator = estimator.withK(k)
    }

    /** Kraskov's first or second form; [KsgVariant.KSG1] by default. */
    public fun variant(variant: KsgVariant) {
        estimator = estimator.withVariant(variant)
    }

    /**
     * Leaves out, as neighbours of a point, those that are no more than so many rows from it: a
     * Theiler window, for series in order of time.
     *
     * @param rows the window, longer than the series' memory; 0 for none
     */
    public fun theiler(rows: Int) {
        estimator = estimator.withWindow(rows)
    }

    /** How each column is rescaled: to normal ranks by default, since all share one distance. */
    public fun scaling(scaling: Scaling) {
        this.scaling = scaling
    }

    /** What to do with rows that have a missing value: [REFUSE] (the default) or [DROP]. */
    public fun missing(missing: MissingValues): Unit = choices.missing(missing)

    internal fun filled(options: MultiInformationBuilder.() -> Unit): MultiInformationBuilder =
        filledBy(options, Use.UNIT, Use.MISSING)
}

/**
 * What columns of numbers share, h(X1) + ... + h(Xm) - h(X1, ..., Xm): their multi-information, or
 * total correlation, by nearest neighbours (Kraskov et al. 2004). `df.multiInformation("a", "b",
 * "c")`; of two columns it is their mutual information.
 *
 * @param columns the names of two columns or more
 * @param options k, a Theiler window, scaling, missing values, unit
 * @throws IllegalArgumentException as `df.mi({ ... }, { ... })`, and if there are fewer than two
 *   columns, or one holds levels
 */
public fun <T> DataFrame<T>.multiInformation(
    vararg columns: String,
    options: MultiInformationBuilder.() -> Unit = {},
): MultiInformationResult = multiInformation({ columns.toList() }, options)

/** What the selected columns share: `df.multiInformation({ "a" and "b" and "c" })`. */
public fun <T> DataFrame<T>.multiInformation(
    columns: ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any,
    options: MultiInformationBuilder.() -> Unit = {},
): MultiInformationResult =
    multiInformation(select("columns", columns), MultiInformationBuilder().filled(options))

/** What columns share, by name or column: `df.multiInformation(listOf("a", "b", "c"))`. */
public fun <T> DataFrame<T>.multiInformation(
    columns: Iterable<*>,
    options: MultiInformationBuilder.() -> Unit = {},
): MultiInformationResult = multiInformation({ columns.toList() }, options)

private fun multiInformation(side: Side, builder: MultiInformationBuilder): MultiInformationResult {
    val gaps = side.columns.filter { it.missing > 0 }
    require(gaps.isEmpty() || builder.choices.missing.leavesOut) { missingMessage(gaps, side.rows) }
    val kept = if (gaps.isEmpty()) null else complete(listOf(side), gaps)
    val variables = side.columns.map { it.toVariable(kept) }
    variables.forEach {
        require(it.isContinuous) {
            "column ${quoted(it.name())} holds levels: multi-information is for columns of numbers"
        }
    }
    val scaled: List<Variable> = variables.map { builder.scaling.apply(it) }
    val what = "Percent of ${builder.estimator}, n = ${scaled.first().n()}"
    val estimate: Estimate = MiscopeHooks.watch(what) { builder.estimator.estimate(scaled) }
    val dropped = if (kept == null) 0 else side.rows - kept.size
    return MultiInformationResult(
        estimate,
        side.columns.map { it.name },
        builder.scaling,
        builder.unit,
        dropped,
    )
}
