package io.github.miscope.dsl.figure

import kotlin.math.PI
import kotlin.math.cos
import kotlin.math.max
import kotlin.math.min
import kotlin.math.sin
import kotlin.math.sqrt

/** Where a point is drawn. */
internal class Place(val x: Double, val y: Double)

/**
 * Places of the points of a graph for drawing: connected ones attract, all repel each other
 * (Fruchterman and Reingold, Software: Practice and Experience 21, 1129, 1991). From a fixed start,
 * so that a graph is always drawn alike.
 */
internal class ForceLayout(private val n: Int, private val edges: List<IntArray>) {
    private val x = DoubleArray(n)
    private val y = DoubleArray(n)
    private val side = 1 / sqrt(max(1, n).toDouble())

    /** A place in the unit square for each point. */
    fun places(): List<Place> {
        start()
        for (step in 0 until STEPS) {
            move(HEAT * (1 - step.toDouble() / STEPS))
        }
        return scaled()
    }

    /** Points on a spiral, neighbours one after another. */
    private fun start() {
        val order = order()
        for ((i, point) in order.withIndex()) {
            val radius = sqrt((i + 0.5) / n) / 2
            x[point] = radius * cos(i * GOLDEN)
            y[point] = radius * sin(i * GOLDEN)
        }
    }

    /** Breadth first, from the point of most edges in each part. */
    private fun order(): List<Int> {
        val neighbours = List(n) { mutableListOf<Int>() }
        edges.forEach { (a, b) ->
            neighbours[a] += b
            neighbours[b] += a
        }
        val seen = BooleanArray(n)
        val order = mutableListOf<Int>()
        for (first in (0 until n).sortedByDescending { neighbours[it].size }) {
            if (seen[first]) continue
            seen[first] = true
            val queue = ArrayDeque(listOf(first))
            while (queue.isNotEmpty()) {
                val point = queue.removeFirst()
                order += point
                neighbours[point]
                    .filterNot { seen[it] }
                    .forEach {
                        seen[it] = true
                        queue += it
                    }
            }
        }
        return order
    }

    private fun move(heat: Double) {
        val dx = DoubleArray(n)
        val dy = DoubleArray(n)
        for (a in 0 until n) {
            for (b in 0 until a) {
                push(a, b, dx, dy) { distance -> side * side / distance }
            }
        }
        edges.forEach { (a, b) -> push(a, b, dx, dy) { distance -> -distance * distance / side } }
        for (a in 0 until n) {
            // What is not connected would drift away.
            dx[a] -= GRAVITY * x[a]
            dy[a] -= GRAVITY * y[a]
            val length = max(TINY, sqrt(dx[a] * dx[a] + dy[a] * dy[a]))
            x[a] += dx[a] / length * min(length, heat)
            y[a] += dy[a] / length * min(length, heat)
        }
    }

    private inline fun push(
        a: Int,
        b: Int,
        dx: DoubleArray,
        dy: DoubleArray,
        force: (Double) -> Double,
    ) {
        val fromX = x[a] - x[b]
        val fromY = y[a] - y[b]
        val distance = max(TINY, sqrt(fromX * fromX + fromY * fromY))
        val size = force(distance) / distance
        dx[a] += fromX * size
        dy[a] += fromY * size
        dx[b] -= fromX * size
        dy[b] -= fromY * size
    }

    private fun scaled(): List<Place> {
        if (n == 0) return emptyList()
        val width = max(TINY, max(x.max() - x.min(), y.max() - y.min()))
        return List(n) { Place((x[it] - x.min()) / width, (y[it] - y.min()) / width) }
    }

    private companion object {
        const val STEPS = 300
        const val HEAT = 0.1
        const val GRAVITY = 0.3
        const val TINY = 1e-6
        val GOLDEN = PI * (3 - sqrt(5.0))
    }
}
