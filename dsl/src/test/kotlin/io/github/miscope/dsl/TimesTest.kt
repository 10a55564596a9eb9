package io.github.miscope.dsl

import java.time.LocalDate
import java.time.LocalDateTime
import java.time.ZoneId
import java.util.Date
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class TimesTest {
    private val days = List(800) { LocalDate.of(2020, 1, 1).plusDays(it.toLong()) }
    private val warmth =
        days.map { Math.sin(2 * Math.PI * it.dayOfYear / 365.0) + it.dayOfMonth / 60.0 }
    private val df = dataFrameOf(days.toColumn("day"), warmth.toColumn("warmth"))

    @Test
    fun `dates are numbers where they are named`() {
        val byHand = mi(days.map { it.toEpochDay() * 86_400.0 }, warmth) { estimator(ksgLocal) }
        assertEquals(byHand.nats, df.mi("day", "warmth") { estimator(ksgLocal) }.nats)
    }

    @Test
    fun `a cycle is a point on a circle`() {
        val result =
            df.mi("day", "warmth") {
                estimator(ksgLocal)
                cyclic(Cycle.YEAR, "day")
            }
        assertEquals(listOf("day (sine of year)", "day (cosine of year)"), result.xColumns)
        // 31 December is beside 1 January, and a quarter is where it belongs.
        val x = result.samples.x()
        assertEquals(0.0, x.get(0, 0), 1e-12)
        assertEquals(1.0, x.get(0, 1), 1e-12)
        assertEquals(1.0, x.get(365, 1), 2e-4)
        val july = days.indexOf(LocalDate.of(2020, 7, 2))
        assertEquals(-1.0, x.get(july, 1), 1e-12)
    }

    @Test
    fun `weeks begin on Monday and days at midnight`() {
        val monday = LocalDateTime.of(2026, 11, 30, 0, 0)
        val times = List(28) { monday.plusHours(6L * it) }
        val other = List(28) { it * it.toDouble() }
        fun circle(cycle: Cycle) =
            dataFrameOf(times.toColumn("t"), other.toColumn("y"))
                .mi("t", "y") {
                    estimator(ksgLocal)
                    cyclic(cycle, "t")
                }
                .samples
                .x()
        assertEquals(0.0, circle(Cycle.WEEK).get(0, 0), 1e-9)
        assertEquals(1.0, circle(Cycle.WEEK).get(7, 0), 1e-9)
        assertEquals(1.0, circle(Cycle.DAY).get(1, 0), 1e-9)
        assertEquals(-1.0, circle(Cycle.DAY).get(2, 1), 1e-9)
    }

    @Test
    fun `all kinds of times are seconds since 1970`() {
        val y = List(40) { Math.sin(it.toDouble()) }
        val local = List(40) { LocalDateTime.of(1970, 1, 1, 0, 0).plusMinutes(it * it * 17L) }
        val utc = ZoneId.of("UTC")
        fun nats(times: List<Any>) =
            dataFrameOf(times.toColumn("t"), y.toColumn("y")).mi("t", "y") { estimator(ksg) }.nats
        val expected = nats(local)
        assertEquals(expected, nats(local.map { it.atZone(utc) }))
        assertEquals(expected, nats(local.map { it.atZone(utc).toInstant() }))
        assertEquals(expected, nats(local.map { it.atZone(utc).toOffsetDateTime() }))
        assertEquals(expected, nats(local.map { Date.from(it.atZone(utc).toInstant()) }))
    }

    @Test
    fun `a cycle of what is no time is refused`() {
        fun refused(block: () -> Unit) =
            assertThrows<IllegalArgumentException> { block() }.message!!
        assertEquals(
            "cyclic(DAY, \"warmth\"): the column holds no dates or times",
            refused { df.mi("day", "warmth") { cyclic(Cycle.DAY, "warmth") } },
        )
        assertTrue(
            "names no column that is used" in
                refused { df.mi("day", "warmth") { cyclic(Cycle.DAY, "dya") } }
        )
    }
}
