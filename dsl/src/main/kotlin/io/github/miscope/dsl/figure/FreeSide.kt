package io.github.miscope.dsl.figure

import kotlin.math.PI
import kotlin.math.atan2
import kotlin.math.cos
import kotlin.math.sin

/** The direction from a point in which it has most room, for its label. */
internal class FreeSide private constructor(angle: Double) {

    /** To the right, at most 1. */
    val x: Double = cos(angle)

    /** Upwards, at most 1. */
    val y: Double = sin(angle)

    companion object {
        /** The middle of the widest gap between the directions of [others]; upwards without any. */
        fun of(point: Place, others: List<Place>): FreeSide {
            if (others.isEmpty()) return FreeSide(PI / 2)
            val angles = others.map { atan2(it.y - point.y, it.x - point.x) }.sorted()
            val gaps = angles.zip(angles.drop(1) + (angles.first() + 2 * PI)) { a, b -> b - a }
            val widest = gaps.indices.maxBy { gaps[it] }
            return FreeSide(angles[widest] + gaps[widest] / 2)
        }
    }
}
