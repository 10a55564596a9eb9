package io.github.miscope.dsl

import java.util.Random
import org.jetbrains.kotlinx.dataframe.ColumnsSelector
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class GivenRankTest {
    /** "echo" tells of "y" through "cause" alone, "other" by itself. */
    private val df = run {
        val random = Random(6)
        val n = 300
        val cause = List(n) { random.nextGaussian() }
        val other = List(n) { random.nextGaussian() }
        dataFrameOf(
            cause.toColumn("cause"),
            cause.map { it + 0.5 * random.nextGaussian() }.toColumn("echo"),
            other.toColumn("other"),
            List(n) { cause[it] + 0.5 * other[it] + 0.3 * random.nextGaussian() }.toColumn("y"),
        )
    }

    @Test
    fun `what is given explains an echo`() {
        assertEquals(listOf("cause", "echo", "other"), df.miRank("y").columns)
        val given = df.miRank("y", given = listOf("cause"))
        assertEquals(listOf("other", "echo"), given.columns)
        assertEquals(listOf("cause"), given.given)
        assertTrue(given["echo"].nats() < 0.1)
        assertEquals(df.mi("other", "y") { given("cause") }.nats, given["other"].nats())
        assertTrue("mutual information with y given cause" in given.toString())
    }

    @Test
    fun `the target cannot be given`() {
        assertEquals(
            "the column \"y\" is in both target and given: take it out of one",
            assertThrows<IllegalArgumentException> { df.miRank("y", given = listOf("y")) }.message,
        )
    }

    @Test
    fun `two columns in one selector`() {
        assertEquals(df.mi("cause", "y").nats, df.mi { "cause" and "y" }.nats)
        assertTrue(
            "pair must select two columns" in
                assertThrows<IllegalArgumentException> { df.mi { "cause" and "y" and "echo" } }
                    .message!!
        )
    }

    private fun <T> DataFrame<T>.typed(x: ColumnsSelector<T, *>, y: ColumnsSelector<T, *>) =
        mi(x, y)

    @Test
    fun `a typed selector serves as one of names`() {
        assertEquals(
            df.mi(listOf("cause", "other"), "y").nats,
            df.typed({ "cause" and "other" }, { col("y") }).nats,
        )
    }
}
