package io.github.miscope.dsl

import io.github.miscope.association.ScaledInformation
import io.github.miscope.dsl.result.SIGNIFICANCE
import io.github.miscope.dsl.text.counted
import io.github.miscope.dsl.text.errorIn
import io.github.miscope.dsl.text.fixed
import io.github.miscope.dsl.text.onOneLine
import io.github.miscope.dsl.text.short
import io.github.miscope.estimator.DataWarning
import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.estimator.TruthInterval
import io.github.miscope.estimator.Uncertainty
import io.github.miscope.inference.PValueAdjustment
import kotlin.jvm.optionals.getOrNull
import kotlin.math.ceil
import org.jetbrains.kotlinx.dataframe.AnyCol
import org.jetbrains.kotlinx.dataframe.api.toColumn

/** The value, and what was asked for of its uncertainty: a column each. */
internal fun estimateColumns(
    estimates: List<Pair<Double?, Uncertainty>>,
    unit: InformationUnit,
): List<AnyCol> = buildList {
    fun addKnown(name: String, of: (Uncertainty) -> Double?) {
        val values = estimates.map { of(it.second) }
        if (values.any { it != null }) add(values.toColumn(name))
    }
    val values = estimates.map { it.first?.let(unit::fromNats) }
    add(
        if (null in values) values.toColumn("estimate_$unit")
        else values.filterNotNull().toColumn("estimate_$unit")
    )
    addKnown("standard_error_$unit") { it.errorIn(unit) }
    addKnown("lower_$unit") { it.interval().map { i -> unit.fromNats(i.lower()) }.orElse(null) }
    addKnown("upper_$unit") { it.interval().map { i -> unit.fromNats(i.upper()) }.orElse(null) }
    val truths = estimates.map { it.second.truth().getOrNull() }
    fun addOfTruth(name: String, of: (TruthInterval) -> Double?) {
        if (truths.any { it != null }) {
            add(truths.map { it?.let(of)?.let(unit::fromNats) }.toColumn("${name}_$unit"))
        }
    }
    addOfTruth("bias") { it.bias() }
    addOfTruth("truth_lower") { it.interval().getOrNull()?.lower() }
    addOfTruth("truth_upper") { it.interval().getOrNull()?.upper() }
    if (truths.any { it != null }) {
        add(truths.map { it?.doubt()?.getOrNull() }.toColumn("doubt"))
    }
    addKnown("p_value") { it.pValue().map { p -> p.value() }.orElse(null) }
}

/** Information on scales from 0 to 1, and a word for it: a column each. */
internal fun scaleColumns(scaled: List<ScaledInformation?>): List<AnyCol> = buildList {
    val ends = scaled.map { it?.interval()?.getOrNull() }
    add(scaled.map { it?.scale()?.toString() }.toColumn("scale"))
    add(scaled.map { it?.value() }.toColumn("scaled"))
    if (ends.any { it != null }) {
        add(ends.map { it?.lower() }.toColumn("scaled_lower"))
        add(ends.map { it?.upper() }.toColumn("scaled_upper"))
    }
    add(scaled.map { it?.strength()?.toString() }.toColumn("strength"))
}

internal fun Estimate.known(): Pair<Double, Uncertainty> = nats() to uncertainty()

internal fun pairColumns(
    pairs: List<MiPair>,
    estimator: String,
    unit: InformationUnit,
): List<AnyCol> =
    listOfNotNull(
        pairs.map { it.x }.toColumn("x"),
        pairs.map { it.y }.toColumn("y"),
        pairs.map { estimator }.toColumn("estimator"),
        pairs
            .map { it.used }
            .let { used ->
                if (null in used) used.toColumn("used") else used.filterNotNull().toColumn("used")
            },
        *estimateColumns(
                pairs.map { pair -> pair.nats.takeIf { pair.isEstimated } to pair.uncertainty },
                unit,
            )
            .toTypedArray(),
        pairs
            .map { it.adjustedPValue }
            .takeIf { p -> p.any { it != null } }
            ?.toColumn("adjusted_p_value"),
        *scaleColumns(pairs.map { it.scaled }).toTypedArray(),
        pairs.map { it.n }.toColumn("n"),
        pairs.map { it.dropped }.toColumn("dropped"),
        pairs.map { it.warningText(unit) }.toColumn("warnings"),
        pairs.map { it.failure }.takeIf { all -> all.any { it != null } }?.toColumn("failure"),
    )

/** The warnings in full, or their kinds where estimates are not kept. */
internal fun MiPair.warningText(unit: InformationUnit): String {
    val known = warnings
    return if (known.isEmpty()) warningKinds.joinToString()
    else known.joinToString(" ") { it.message(unit) }
}

/** Some of the estimates, enough to tell what made them. */
internal fun examples(pairs: List<MiPair>): List<Estimate> =
    pairs.asSequence().filter { it.isEstimated }.take(EXAMPLES).map { it.estimate }.toList()

private const val EXAMPLES = 100

/**
 * A line per pair, with what is known of its uncertainty: the first ones where there are many, and
 * how many more there are.
 */
internal fun pairLines(
    all: List<MiPair>,
    estimator: String,
    unit: InformationUnit,
    name: (MiPair) -> String,
): String = buildString {
    val shown = all.strongest(if (all.size <= MAX_LINES) MAX_LINES else FEWER_LINES)
    val names = shown.map { name(it).onOneLine() }
    val width = names.maxOf { it.length }
    for ((i, pair) in shown.withIndex()) {
        append("\n  ${names[i].padEnd(width)}  ")
        if (!pair.isEstimated) {
            append("no estimate")
            continue
        }
        append(unit.fromNats(pair.nats).fixed())
        pair.uncertainty.interval().ifPresent {
            append(" [${unit.fromNats(it.lower()).fixed()}, ${unit.fromNats(it.upper()).fixed()}]")
        }
        append(" $unit")
        // A word tells how much, not whether it is more than chance.
        val chance = pair.adjustedPValue?.let { it > SIGNIFICANCE } ?: false
        pair.scaled?.strength()?.let { append(if (chance) ", ($it)" else ", $it") }
        pair.adjustedPValue?.let { append(", p = ${it.short()}") }
        val used = pair.used?.takeUnless { it == estimator }
        append("  (n = ${pair.n}${if (used == null) "" else "; $used"})")
    }
    if (shown.size < all.size) {
        append("\n  ... and ${all.size - shown.size} more: toDataFrame() has all")
    }
}

/** All pairs of eleven columns. */
private const val MAX_LINES = 55

/** Lines of a longer table. */
private const val FEWER_LINES = 40

/** Warnings that make a column's values worthless, whatever its partner: once for each column. */
private fun columnWarnings(pairs: List<MiPair>, unit: InformationUnit): List<String> =
    pairs
        .asSequence()
        .flatMap { it.warnings }
        .mapNotNull {
            when (it) {
                is DataWarning.Identifier -> it.column() to it
                is DataWarning.NumbersAsText -> it.column() to it
                is DataWarning.FewWholeNumbers -> it.column() to it
                else -> null
            }
        }
        .distinctBy { (column, warning) -> column to warning.javaClass }
        .map { (_, warning) -> warning.message(unit) }
        .toList()

internal fun pairRemarks(
    pairs: List<MiPair>,
    unit: InformationUnit,
    adjustment: PValueAdjustment,
    choice: String?,
    leftOut: List<LeftOutColumn>,
): List<String> = buildList {
    leftOutText(leftOut)?.let(::add)
    val dropped = pairs.maxOf { it.dropped }
    if (dropped > 0) {
        add("Rows with missing values left out, at most $dropped per pair.")
    }
    addAll(missingRemarks(pairs))
    val estimated = pairs.count { it.isEstimated }
    pairs
        .first { it.isEstimated }
        .uncertainty
        .pValue()
        .ifPresent {
            add(
                "p-values by ${upTo(pairs)}${it.planned()} permutations, " +
                    "${adjustmentText(adjustment)} for ${counted(estimated, "pair")}."
            )
            tooFewPermutations(it.planned(), estimated, adjustment)?.let(::add)
        }
    val warned = pairs.count { it.warningKinds.isNotEmpty() }
    if (warned > 0) {
        val kinds =
            pairs
                .asSequence()
                .flatMap { it.warningKinds }
                .groupingBy { it }
                .eachCount()
                .entries
                .joinToString { "${it.key} (${it.value})" }
        add("Pairs with warnings: $warned of ${pairs.size}; $kinds.")
    }
    val warnings = columnWarnings(pairs, unit)
    addAll(warnings.take(MAX_WARNINGS))
    if (warnings.size > MAX_WARNINGS) {
        add("... and ${warnings.size - MAX_WARNINGS} more columns with warnings of their own.")
    }
    choice?.let { add("${it.replaceFirstChar(Char::uppercaseChar)}.") }
}

/** Tests that find little stop early. */
private fun upTo(pairs: List<MiPair>): String {
    val stopped = pairs.any { it.uncertainty.pValue().getOrNull()?.stoppedEarly() ?: false }
    return if (stopped) "up to " else ""
}

private const val MAX_WARNINGS = 8

/** How many pairs have no estimate, and the first reasons. */
private fun missingRemarks(pairs: List<MiPair>): List<String> = buildList {
    val refused = pairs.count { !it.isEstimated && it.isComputed }
    val notComputed = pairs.count { !it.isComputed }
    if (refused > 0) {
        val reasons =
            pairs
                .asSequence()
                .filter { !it.isEstimated && it.isComputed }
                .take(REASONS)
                .joinToString("; ") { "${it.x} and ${it.y}: ${it.failure}" }
        val more = if (refused > REASONS) "; ..." else ""
        add("No estimate of $refused of ${counted(pairs.size, "pair")}. $reasons$more.")
    }
    if (notComputed > 0) {
        add("Not computed: $notComputed of ${counted(pairs.size, "pair")}.")
    }
}

private const val REASONS = 3

/**
 * That no pair can be significant, where so few permutations of [tests] pairs are made. The
 * smallest p-value is 1 / (1 + permutations); Holm multiplies the smallest of all by their number,
 * the others leave it where all are as small.
 */
internal fun tooFewPermutations(
    permutations: Int,
    tests: Int,
    adjustment: PValueAdjustment,
): String? {
    val factor = if (adjustment == PValueAdjustment.HOLM) tests else 1
    val smallest = minOf(1.0, factor / (1.0 + permutations))
    if (smallest <= SIGNIFICANCE) return null
    val needed = ceil(factor / SIGNIFICANCE).toInt() - 1
    val adjusted = if (adjustment == PValueAdjustment.UNADJUSTED) "" else "adjusted "
    val shared = if (factor > 1) ", or df.miNetwork(), where all pairs share their draws" else ""
    return "Too few permutations: the smallest ${adjusted}p-value that $permutations can give is " +
        "${smallest.short()}; $SIGNIFICANCE needs at least $needed$shared."
}

internal fun adjustmentText(adjustment: PValueAdjustment): String =
    if (adjustment == PValueAdjustment.UNADJUSTED) "not adjusted" else "adjusted ($adjustment)"
