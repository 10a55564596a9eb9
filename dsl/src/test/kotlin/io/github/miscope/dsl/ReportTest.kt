package io.github.miscope.dsl

import io.github.miscope.association.Association
import io.github.miscope.association.InformationScale
import io.github.miscope.association.Strength
import io.github.miscope.inference.PValueAdjustment
import io.github.miscope.internal.parallel.Threads
import java.nio.file.Files
import java.nio.file.Path
import java.util.Random
import kotlin.io.path.readText
import org.jetbrains.kotlinx.dataframe.AnyFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.rows
import org.jetbrains.letsPlot.intern.Plot
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** One page on a table of any columns. */
class ReportTest {
    @TempDir lateinit var folder: Path

    private val n = 300

    private val table: AnyFrame by lazy {
        val random = Random(16)
        val x = List(n) { random.nextGaussian() }
        dataFrameOf(
            "x" to x,
            "line" to x.map { 2 * it + random.nextGaussian() },
            "parabola" to x.map { it * it + 0.3 * random.nextGaussian() },
            "noise" to List(n) { if (it % 10 == 0) null else random.nextGaussian() },
            "group" to x.map { if (it + 0.5 * random.nextGaussian() > 0) "above" else "below" },
            "other <b>" to List(n) { listOf("a", "b", "c")[random.nextInt(3)] },
            "id" to List(n) { "row $it" },
            "constant" to List(n) { 1.5 },
            "share" to List(n) { "${random.nextInt(1000) / 10.0}%" },
            "infinite" to List(n) { if (it == 3) Double.POSITIVE_INFINITY else it * 1.0 },
        )
    }

    private val report by lazy { table.miReport() }

    @Test
    fun `every pair of usable columns, the strongest first`() {
        assertEquals(listOf("x", "line", "parabola", "noise", "group", "other <b>"), report.columns)
        assertEquals(15, report.pairs.size)
        val nats = report.pairs.map { it.nats!! }
        assertEquals(nats.sortedDescending(), nats)
        assertEquals(n, report.rows)
        assertEquals(270, report["noise", "x"].n)
        assertEquals(n, report["line", "x"].n)
    }

    @Test
    fun `columns that cannot be used are named with the reason`() {
        val reasons = report.leftOut.associate { it.name to it.reason }
        assertEquals(setOf("id", "constant", "share", "infinite"), reasons.keys)
        assertEquals("no value repeats, as in names and identifiers", reasons["id"])
        assertEquals("one value only, which shares no information", reasons["constant"])
        assertTrue("numbers such as" in reasons["share"]!!, reasons["share"])
        assertTrue("Infinity in row 3" in reasons["infinite"]!!, reasons["infinite"])
    }

    @Test
    fun `estimates are those of a matrix, companions those of the core`() {
        val matrix = table.miMatrix("x", "line", "parabola", "group")
        for (pair in matrix.pairs) {
            assertEquals(pair.nats, report[pair.x, pair.y].nats, "$pair")
        }
        val x = DoubleArray(n) { table["x"][it] as Double }
        val y = DoubleArray(n) { table["parabola"][it] as Double }
        val pair = report["x", "parabola"]
        assertEquals(Association.spearman(x, y), pair.spearman)
        assertEquals(Association.pearson(x, y), pair.pearson)
        assertEquals(Association.xi(x, y), pair.xiOfY)
        assertEquals(Association.xi(y, x), pair.xiOfX)
        assertEquals(Association.distanceCorrelation(x, y), pair.distanceCorrelation)
        assertNull(report["x", "group"].spearman)
    }

    @Test
    fun `scales follow the kinds of columns`() {
        fun scale(x: String, y: String) = report[x, y].scaled!!.scale()
        assertEquals(InformationScale.CORRELATION_EQUIVALENT, scale("x", "line"))
        assertEquals(InformationScale.SHARE_OF_ENTROPY, scale("x", "group"))
        assertEquals(InformationScale.ADJUSTED, scale("group", "other <b>"))
        assertEquals(Strength.VERY_STRONG, report["x", "line"].scaled!!.strength())
        assertEquals(Strength.NEGLIGIBLE, report["group", "other <b>"].scaled!!.strength())
    }

    @Test
    fun `p-values are adjusted, and small ones need no permutations`() {
        val raw = report.pairs.map { it.pValue!! }.toDoubleArray()
        assertEquals(
            PValueAdjustment.HOLM.adjust(*raw).toList(),
            report.pairs.map { it.adjustedPValue!! },
        )
        assertTrue(report["x", "line"].adjustedPValue!! < 1e-20)
        assertTrue(report["noise", "other <b>"].adjustedPValue!! > 0.05)
        assertTrue("G-test" in "$report", "$report")
    }

    @Test
    fun `permutations where they are asked for`() {
        val asked =
            table.miReport("x", "line", "group") {
                estimator(gaussianMi)
                pValue(permutations = 99)
                adjust(BENJAMINI_HOCHBERG)
            }
        assertEquals(0.01, asked["x", "line"].pValue)
        assertEquals(99, asked["x", "line"].estimate.pValue().get().permutations())
        assertFalse("G-test" in "$asked", "$asked")
    }

    @Test
    fun `the strongest pairs have intervals`() {
        val strongest = report.pairs.take(10)
        assertTrue(strongest.all { it.estimate.interval().isPresent })
        assertTrue(report.pairs.drop(10).none { it.estimate.interval().isPresent })
        val single = table.mi("x", "line") { interval() }
        val pair = report["x", "line"]
        assertEquals(single.estimate.interval(), pair.estimate.interval())
        assertEquals(single.scaled, pair.scaled)
        assertEquals(0.95, pair.estimate.interval().get().level())
        assertTrue(table.miReport { interval(0.8) }.pairs.all { it.estimate.interval().isPresent })
    }

    @Test
    fun `what correlation does not show`() {
        val surprise = report.surprises.first()
        assertEquals(setOf("x", "parabola"), setOf(surprise.x, surprise.y))
        assertTrue(report.surprises.none { it.y == "noise" })
        val text = sentence(surprise)
        assertTrue("parabola follows x up and down" in text, text)
    }

    @Test
    fun `a frame with all numbers`() {
        val frame = report.toDataFrame()
        assertEquals(15, frame.rows().count())
        assertEquals(
            listOf("x", "y", "estimator", "used", "estimate_nats", "standard_error_nats") +
                listOf("lower_nats", "upper_nats", "scale", "scaled", "scaled_lower") +
                listOf("scaled_upper", "strength", "pearson", "spearman", "xi_of_y", "xi_of_x") +
                listOf("distance_correlation", "p_value", "adjusted_p_value", "n", "dropped") +
                "warnings",
            frame.columnNames(),
        )
        val bits = report.inUnit(BITS)
        assertEquals(
            report.pairs[0].nats!! / Math.log(2.0),
            bits.toDataFrame()["estimate_bits"][0] as Double,
            1e-12,
        )
    }

    @Test
    fun `the page needs nothing else`() {
        val file = report.save(folder.resolve("new/report.html"))
        val page = file.readText()
        assertFalse("<script" in page)
        assertFalse(Regex("(?:src|href)=\"(?!data:)").containsMatchIn(page))
        assertFalse("url(" in page.replace(Regex("base64,[A-Za-z0-9+/=]*"), ""))
        assertTrue("other &lt;b&gt;" in page && "other <b>" !in page)
        assertTrue("Not what correlation shows" in page)
        assertTrue("prefers-color-scheme: dark" in page)
        for (column in report.leftOut) assertTrue(column.name in page, column.name)
        val fragment = report.toHtml()
        assertFalse("<script" in fragment || "<style" in fragment)
        assertTrue("data:image/png;base64," in fragment)
        Files.createDirectories(Path.of("target/figures"))
        Files.writeString(Path.of("target/figures/report.html"), page)
        report.plot().render("report")
        report.small(report.surprises.first()).renderSmall("report-small")
    }

    private fun Plot.renderSmall(name: String) {
        (this + DARK).save("target/figures/$name-dark.png")
        save("target/figures/$name.png")
    }

    /** "few" has 2 rows in common with "noise", too few for neighbours. */
    @Test
    fun `an impossible pair is a row with its reason`() {
        val random = Random(3)
        val df =
            dataFrameOf(
                "x" to List(60) { random.nextGaussian() },
                "y" to List(60) { random.nextGaussian() },
                "first" to List(60) { if (it < 30) random.nextGaussian() else null },
                "last" to List(60) { if (it > 30) random.nextGaussian() else null },
            )
        val report = df.miReport()
        val impossible = report["first", "last"]
        assertNull(impossible.nats)
        assertNull(impossible.pValue)
        assertNull(impossible.scaled)
        assertTrue("rows" in impossible.failure!!, impossible.failure)
        assertEquals(impossible.failure, report.pairs.last().failure)
        assertTrue("no estimate: " in report.toHtmlPage())
        assertNotNull(report.plot())
        assertEquals(5, report.pairs.count { it.nats != null })
    }

    @Test
    fun `too few and too many columns`() {
        val few =
            assertThrows(IllegalArgumentException::class.java) {
                dataFrameOf("x" to listOf(1.0, 2.0, 3.0), "name" to listOf("a", "b", "c"))
                    .miReport()
            }
        assertEquals(
            "a report needs at least 2 columns: columns=1; Left out: \"name\" (no value repeats, as in " +
                "names and identifiers)",
            few.message,
        )
        val unknown = assertThrows(IllegalArgumentException::class.java) { report["x", "lime"] }
        assertTrue("did you mean \"line\"" in unknown.message!!, unknown.message)
    }

    /** On one thread: others may finish all the rest before this one is told of the first. */
    private fun stoppedDuring(title: String): MiReport {
        lateinit var work: StoppedWork<ReportInterruptedException>
        Threads.within(1) {
            work = stopped(ReportInterruptedException::class.java, 1, title) { table.miReport() }
        }
        assertSame(work.stop.finished, work.shown)
        return work.stop.finished
    }

    @Test
    fun `a stopped report has what was finished`() {
        val finished = stoppedDuring("Information")
        assertEquals(1, finished.pairs.count { it.nats != null }, "$finished")
        assertTrue("Not computed: 14 of 15 pairs" in "$finished", "$finished")
    }

    @Test
    fun `a report that is stopped at its intervals has all estimates`() {
        val finished = stoppedDuring("Intervals")
        assertEquals(report.pairs.map { it.nats }, finished.pairs.map { it.nats })
        assertEquals(1, finished.pairs.count { it.uncertainty.interval().isPresent })
        assertEquals(report.pairs.first().uncertainty, finished.pairs.first().uncertainty)
    }
}
