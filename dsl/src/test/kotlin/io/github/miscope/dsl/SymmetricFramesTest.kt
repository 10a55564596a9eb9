package io.github.miscope.dsl

import java.util.Random
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** One pair has one number, whoever asks for it and in which order, with ties too. */
class SymmetricFramesTest {
    @Test
    fun `pairs, matrix and ranking agree to the bit`() {
        val random = Random(5)
        val weight = List(120) { Math.rint(30 + 9 * random.nextGaussian()) * 100 }
        val df =
            dataFrameOf(
                "mpg" to
                    weight.map { Math.rint(2 * (60 - it / 100 + 4 * random.nextGaussian())) / 2 },
                "weight" to weight,
                "cylinders" to weight.map { if (it > 3500) 8 else if (it > 2800) 6 else 4 },
                "origin" to List(120) { listOf("a", "b", "c")[random.nextInt(3)] },
            )
        val matrix = df.miMatrix()
        for (x in df.columnNames()) {
            val rank = df.miRank(x)
            for (y in df.columnNames() - x) {
                val nats = df.mi(x, y).nats
                assertEquals(nats, df.mi(y, x).nats, "$x and $y")
                assertEquals(nats, matrix[x, y].nats(), "$x and $y")
                assertEquals(nats, matrix[y, x].nats(), "$x and $y")
                assertEquals(nats, rank[y].nats(), "$x and $y")
            }
        }
    }
}
