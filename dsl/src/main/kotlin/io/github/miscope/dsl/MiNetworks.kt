package io.github.miscope.dsl

import io.github.miscope.network.MiNetwork
import io.github.miscope.network.NetworkColumns
import io.github.miscope.network.NetworkInterruptedException as StoppedNetwork
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.ColumnsSelectionDsl

/**
 * A network of many columns: the mutual information of every pair, and the graph of those that are
 * connected directly. `df.miNetwork()` estimates by [ksgRanks], tests all pairs against one null
 * distribution, and keeps the edges of [aracne] among the pairs that are significant at a false
 * discovery rate of 5 %.
 *
 * 2000 columns of 500 rows take a second by [gaussianCopula] and a minute or two by [ksgRanks]. A
 * pair takes 8 bytes: 10 000 columns need 400 MB.
 *
 * @param columns selects the columns, as in `df.mi`; if not given, all of numbers, and those of
 *   text, booleans and the like in which levels repeat; the result names the others
 * @param options the estimator, p-values, the method that cuts edges, missing values, unit
 * @return the network, its graph and figure
 * @throws IllegalArgumentException as `df.miMatrix()`, and if an option does not apply; a pair that
 *   does not suit the estimator has a reason in place of an estimate
 * @throws NetworkInterruptedException if the thread is interrupted; it carries what was finished
 */
public fun <T> DataFrame<T>.miNetwork(
    columns: (ColumnsSelectionDsl<T>.(ColumnsSelectionDsl<T>) -> Any)? = null,
    options: NetworkBuilder.() -> Unit = {},
): NetworkResult =
    network(
        if (columns == null) usableColumns()
        else UsableColumns(select("columns", columns).columns, emptyList()),
        NetworkBuilder().filled(options),
    )

/**
 * A network of the given columns: `df.miNetwork(listOf("tp53", "mdm2", "cdkn1a"))`.
 *
 * @param columns names or columns
 * @throws IllegalArgumentException as `df.miNetwork { ... }`
 */
public fun <T> DataFrame<T>.miNetwork(
    columns: Iterable<*>,
    options: NetworkBuilder.() -> Unit = {},
): NetworkResult = miNetwork({ columns.toList() }, options)

/**
 * A network of columns by name: `miNetwork(mapOf("a" to a, "b" to b))`; NaN is a missing value.
 *
 * @throws IllegalArgumentException as `df.miNetwork { ... }`
 */
public fun miNetwork(
    columns: Map<String, DoubleArray>,
    options: NetworkBuilder.() -> Unit = {},
): NetworkResult =
    network(
        UsableColumns(columns.map { (name, values) -> NamedColumn(name, values) }, emptyList()),
        NetworkBuilder().filled(options),
    )

private fun network(given: UsableColumns, builder: NetworkBuilder): NetworkResult {
    val columns = builder.choices.apply(listOf(Side("columns", given.columns))).single().columns
    require(columns.size >= 2) {
        "a network needs at least 2 columns: columns=${columns.size}" +
            (leftOutText(given.leftOut)?.let { "; ${it.trimEnd('.')}" } ?: "")
    }
    val gaps = columns.filter { it.missing > 0 }
    require(gaps.isEmpty() || builder.choices.missing.leavesOut) {
        missingMessage(gaps.take(MANY_GAPS), columns.first().values.size)
    }
    val plan = builder.plan(columns.toNetwork())
    fun result(network: MiNetwork) =
        NetworkResult(network, builder.method(plan), builder.unit, given.leftOut, builder.reason)
    return MiscopeHooks.timed(
        "Network of ${plan.pairs()} pairs by ${plan.estimator()}",
        partial = { (it as? NetworkInterruptedException)?.finished },
    ) { parts ->
        try {
            result(plan.run(builder.running.options(parts)))
        } catch (e: StoppedNetwork) {
            throw NetworkInterruptedException(result(e.finished()), e.cause as InterruptedException)
        }
    }
}

private fun List<NamedColumn>.toNetwork(): NetworkColumns =
    if (all { it.levels == null && it.doubt == null }) {
        NetworkColumns.of(map { it.name }, *map { it.values }.toTypedArray())
    } else {
        val gaps = filter { it.missing > 0 }
        require(gaps.isEmpty()) {
            "missing values in a network with levels: ${gaps.first().name}; leave out columns of " +
                "levels, or fill the values in"
        }
        NetworkColumns.of(map { it.toVariable(null) })
    }

/** More columns than these are not named. */
private const val MANY_GAPS = 10
