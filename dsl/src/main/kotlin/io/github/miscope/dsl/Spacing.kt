package io.github.miscope.dsl

import kotlin.math.log10
import kotlin.math.pow
import kotlin.math.roundToInt

/**
 * Values in equal ratios from one end of the range to the other, both exact: `sweep(axis,
 * logSpaced(0.01..100.0, points = 5))` takes 0.01, 0.1, 1, 10, 100.
 *
 * @throws IllegalArgumentException if the range does not ascend from above 0, or has two ends and
 *   points < 2
 */
public fun logSpaced(range: ClosedRange<Double>, points: Int): List<Double> =
    Use.SWEPT.of(logSpaced("logSpaced", range, points).toList())

/**
 * Values in equal steps from one end of the range to the other, both exact:
 * `snrSweep(evenlySpaced(1.0..5.0, points = 5))` takes 1, 2, 3, 4, 5.
 *
 * @throws IllegalArgumentException if the range does not ascend, or has two ends and points < 2
 */
public fun evenlySpaced(range: ClosedRange<Double>, points: Int): List<Double> =
    Use.SWEPT.of(evenlySpaced("evenlySpaced", range, points).toList())

/** Values from one end of the range to the other, both exact, in equal ratios. */
internal fun logSpaced(axis: String, range: ClosedRange<Double>, points: Int): DoubleArray {
    checkRange(axis, range, points)
    require(range.start > 0) {
        "$axis is log-spaced, so its values must be > 0: the range starts at ${range.start}"
    }
    // Powers of ten come out exact.
    val from = log10(range.start)
    val to = log10(range.endInclusive)
    return spaced(range, points) { t -> 10.0.pow(from + (to - from) * t) }
}

/** Values from one end of the range to the other, both exact, in equal steps. */
internal fun evenlySpaced(axis: String, range: ClosedRange<Double>, points: Int): DoubleArray {
    checkRange(axis, range, points)
    return spaced(range, points) { t -> range.start * (1 - t) + range.endInclusive * t }
}

/** Whole numbers in about equal ratios, both ends exact; fewer where neighbours would be equal. */
internal fun logSpacedWhole(axis: String, range: ClosedRange<Double>, points: Int): DoubleArray =
    logSpaced(axis, range, points).map { it.roundToInt().toDouble() }.distinct().toDoubleArray()

internal fun logSpacedWhole(axis: String, range: IntRange, points: Int): DoubleArray =
    logSpacedWhole(axis, range.ofDoubles(), points)

/** The same range of real numbers. */
internal fun IntRange.ofDoubles(): ClosedRange<Double> = first.toDouble()..last.toDouble()

private fun checkRange(axis: String, range: ClosedRange<Double>, points: Int) {
    require(points >= 1) { "$axis needs at least 1 point: points=$points" }
    require(points <= MAX_VALUES) { "$axis takes at most $MAX_VALUES points: points=$points" }
    require(range.start.isFinite() && range.endInclusive.isFinite()) {
        "$axis needs a finite range: $range"
    }
    require(range.start <= range.endInclusive) { "$axis needs an ascending range: $range" }
    require(points > 1 || range.start == range.endInclusive) {
        "$axis from ${range.start} to ${range.endInclusive} needs at least 2 points: points=$points"
    }
}

/** As many values as no plan has: a slip would fill the memory before a plan could refuse it. */
internal const val MAX_VALUES: Int = 100_000

private fun spaced(
    range: ClosedRange<Double>,
    points: Int,
    value: (Double) -> Double,
): DoubleArray {
    if (range.start == range.endInclusive) return doubleArrayOf(range.start)
    return DoubleArray(points) { i ->
        when (i) {
            0 -> range.start
            points - 1 -> range.endInclusive
            else -> value(i / (points - 1.0))
        }
    }
}
