package io.github.miscope.dsl

import java.time.Duration

/**
 * The time left of work whose steps are of several kinds, each with a duration of its own: a layer
 * by one estimator may take a hundred times as long as another. The duration of a kind is the mean
 * of its last steps, and nothing is said before there is one of each kind that is still to come.
 *
 * @param kinds the kind of each step, in their order
 */
internal class TimeLeft(
    private val kinds: List<Any>,
    private val nanoTime: () -> Long = System::nanoTime,
) {
    private val toCome = kinds.groupingBy { it }.eachCount().toMutableMap()
    private val last = mutableMapOf<Any, ArrayDeque<Long>>()
    private var done = 0
    private var start = nanoTime()

    /** The next step is done: the time left, or null if it is not known yet. */
    fun next(): Duration? {
        val now = nanoTime()
        val kind = kinds[done++]
        toCome.merge(kind, -1, Int::plus)
        val durations = last.getOrPut(kind) { ArrayDeque() }
        durations.addLast(now - start)
        if (durations.size > REMEMBERED) durations.removeFirst()
        start = now
        var left = 0.0
        for ((other, count) in toCome) {
            if (count > 0) left += count * (last[other] ?: return null).average()
        }
        return Duration.ofNanos(left.toLong())
    }

    private companion object {
        const val REMEMBERED = 3
    }
}
