package io.github.miscope.dsl

import io.github.miscope.dsl.figure.EdgeLine
import io.github.miscope.dsl.figure.networkFigure
import io.github.miscope.dsl.text.counted
import io.github.miscope.dsl.text.fixed
import io.github.miscope.dsl.text.onOneLine
import io.github.miscope.dsl.text.short
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.EstimationInterruptedException
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.network.GraphMethod
import io.github.miscope.network.InformationGraph
import io.github.miscope.network.KnownEdges
import io.github.miscope.network.MiNetwork
import io.github.miscope.network.PairRow
import io.github.miscope.network.PairSelection
import java.nio.file.Path
import kotlin.jvm.optionals.getOrNull
import org.jetbrains.kotlinx.dataframe.AnyCol
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.api.toDataFrame
import org.jetbrains.letsPlot.intern.Plot

/**
 * What `df.miNetwork()` returns: the mutual information of every pair of columns, and a graph of
 * those that are connected.
 *
 * @property network the core's network: all estimates and p-values
 * @property method what made the graph of the network
 * @property unit the unit of text, frame and figure
 * @property leftOut the frame's other columns, each with its reason; none if columns were named
 */
public class NetworkResult
internal constructor(
    public val network: MiNetwork,
    public val method: GraphMethod,
    public val unit: InformationUnit,
    public val leftOut: List<LeftOutColumn>,
    private val reason: String?,
) : Plottable {
    /** The graph: its edges, the strongest first. */
    public val graph: InformationGraph by lazy { network.graph(method) }

    /** The names of the columns. */
    public val columns: List<String>
        get() = network.names()

    /** The same estimates with another graph: `network.cut(clr())`, on the same pairs. */
    public fun cut(method: GraphMethod): NetworkResult =
        NetworkResult(network, method, unit, leftOut, reason)

    /** The same network, shown in another unit. */
    public fun inUnit(unit: InformationUnit): NetworkResult =
        NetworkResult(network, method, unit, leftOut, reason)

    /**
     * The estimate of a pair, made again, with its warnings; the order of the names does not
     * matter.
     *
     * @throws IllegalArgumentException if there is no such pair, or it has no estimate
     */
    public operator fun get(x: String, y: String): Estimate = network.estimate(number(x), number(y))

    private fun number(name: String): Int {
        val number = columns.indexOf(name)
        require(number >= 0) { "no column ${quoted(name)}${didYouMean(name, columns)}" }
        return number
    }

    /**
     * One row per edge, the strongest first: x, y, weight (of the method), estimate_nats (or
     * estimate_bits), n, and p_value and adjusted_p_value where pairs are tested.
     */
    public fun toDataFrame(): DataFrame<*> {
        val rows = graph.edges().map { network.row(it.x(), it.y()) }
        val weights: AnyCol = graph.edges().map { it.weight() }.toColumn("weight")
        return rows.columns(weights).toDataFrame()
    }

    /**
     * Pairs, edges or not: x, y, estimate_nats (or estimate_bits), n, p_value, adjusted_p_value,
     * and failure where pairs have no estimate.
     *
     * @param perColumn the strongest of each column; all pairs if null, of which 2000 columns have
     *   2 million
     * @throws IllegalArgumentException if perColumn < 1
     */
    public fun pairsToDataFrame(perColumn: Int? = null): DataFrame<*> {
        val selection =
            if (perColumn == null) PairSelection.all() else PairSelection.strongest(perColumn)
        return network.rows(selection).columns(null).toDataFrame()
    }

    private fun List<PairRow>.columns(weights: AnyCol?): List<AnyCol> =
        listOfNotNull(
            map { it.nameX() }.toColumn("x"),
            map { it.nameY() }.toColumn("y"),
            weights,
            map { row -> unit.fromNats(row.nats()).takeUnless { it.isNaN() } }
                .let {
                    if (null in it) it.toColumn("estimate_$unit")
                    else it.filterNotNull().toColumn("estimate_$unit")
                },
            map { it.n() }.toColumn("n"),
            known("p_value") { row ->
                row.pValue().let { if (it.isPresent) it.asDouble else null }
            },
            known("adjusted_p_value") { row ->
                row.adjusted().let { if (it.isPresent) it.asDouble else null }
            },
            known("failure") { it.failure().getOrNull() },
        )

    private inline fun <reified V : Any> List<PairRow>.known(
        name: String,
        value: (PairRow) -> V?,
    ): AnyCol? =
        map(value).let { all ->
            when {
                all.all { it == null } -> null
                null in all -> all.toColumn(name)
                else -> all.filterNotNull().toColumn(name)
            }
        }

    /**
     * Precision and recall of the edges of several methods against a known graph: how many of the m
     * strongest edges are known, and how many of the known ones are among them.
     *
     * @param known the edges that there are, as pairs of names
     * @param methods what is compared; the method of this network if none is given
     * @throws IllegalArgumentException if there is no known edge, or no such column
     */
    public fun precisionRecall(
        known: Iterable<Pair<String, String>>,
        vararg methods: GraphMethod,
    ): PrecisionRecallResult {
        val numbers = columns.withIndex().associate { (i, name) -> name to i }
        val edges =
            known.map { (x, y) -> intArrayOf(numbers[x] ?: number(x), numbers[y] ?: number(y)) }
        val truth = KnownEdges.of(*edges.toTypedArray())
        val used = if (methods.isEmpty()) listOf(method) else methods.toList()
        return PrecisionRecallResult(
            used.associate { "$it" to network.graph(it).against(truth) },
            truth.pairs().size,
            network.pairs(),
        )
    }

    /** Writes the graph as GraphML, for Cytoscape, Gephi, igraph and NetworkX. */
    public fun saveGraphMl(file: String): Path = graph.writeGraphMl(Path.of(file))

    /** Writes the edges as CSV. */
    public fun saveEdges(file: String): Path = graph.writeCsv(Path.of(file))

    /** Writes all pairs as CSV, edges or not. */
    public fun savePairs(file: String): Path = network.writeCsv(Path.of(file), PairSelection.all())

    /** The strongest part of the graph: columns as points, edges as lines. */
    override fun plot(): Plot {
        val drawn = graph.strongest(MAX_EDGES).edges()
        return networkFigure(
            drawn.map { EdgeLine(columns[it.x()], columns[it.y()], it.weight()) },
            "${network.plan().estimator()}, ${graph.method()}, n = ${network.plan().columns().n()}",
            "weight [${graph.unit()}]",
            listOfNotNull(
                if (drawn.isEmpty()) "There is no edge."
                else if (drawn.size < graph.edges().size) {
                    "The ${drawn.size} strongest of ${graph.edges().size} edges are drawn; " +
                        "toDataFrame() has all."
                } else null
            ) + remarks(),
        )
    }

    /** The strongest edges, and what a reader must know. */
    override fun toString(): String = buildString {
        append("miscope: network of ${counted(columns.size, "column")}, ")
        append("${network.plan().estimator()}\n  ${graph.method()}: ")
        append(counted(graph.edges().size, "edge"))
        append(" of ${counted(network.pairs(), "pair")}")
        val shown = graph.strongest(MAX_LINES).edges()
        val names = shown.map { "${columns[it.x()]}; ${columns[it.y()]}".onOneLine() }
        val width = names.maxOfOrNull { it.length } ?: 0
        for ((i, edge) in shown.withIndex()) {
            append("\n  ${names[i].padEnd(width)}  ")
            append("${unit.fromNats(edge.nats()).fixed()} $unit")
            val adjusted = network.adjustedPValue(edge.x(), edge.y())
            if (adjusted.isPresent) append(", p = ${adjusted.asDouble.short()}")
        }
        if (shown.size < graph.edges().size) {
            append("\n  ... and ${graph.edges().size - shown.size} more: toDataFrame() has all")
        }
        remarks().forEach { append("\n  ! $it") }
    }

    private fun remarks(): List<String> = buildList {
        leftOutText(leftOut)?.let(::add)
        val missing = network.pairs() - network.finished()
        if (missing > 0) add("Not computed: $missing of ${counted(network.pairs(), "pair")}.")
        if (network.failed() > 0) {
            add("No estimate of ${network.failed()} of ${counted(network.pairs(), "pair")}.")
        }
        network.nullDistribution().ifPresent {
            add(
                "p-values by one null distribution of ${it.draws()} pairings of ranks, adjusted " +
                    "(Benjamini-Hochberg) for all pairs."
            )
            val tied = network.tiedColumns().size
            if (tied > 0) add("Approximate p-values of ${counted(tied, "column")} with ties.")
        }
        reason?.let { add("${it.replaceFirstChar(Char::uppercaseChar)}.") }
    }

    private companion object {
        const val MAX_EDGES = 60
        const val MAX_LINES = 20
    }
}

/**
 * A network was stopped by an interrupt.
 *
 * @property finished the network with the pairs that were finished
 */
public class NetworkInterruptedException
internal constructor(public val finished: NetworkResult, cause: InterruptedException) :
    EstimationInterruptedException("a network was interrupted", cause)
