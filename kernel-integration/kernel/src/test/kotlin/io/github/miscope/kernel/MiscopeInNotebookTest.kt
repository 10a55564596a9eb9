package io.github.miscope.kernel

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource
import org.junit.jupiter.params.provider.ValueSource

/** What `%use miscope` gives to a notebook, on the kernel's own REPL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiscopeInNotebookTest {
    private val session = NotebookSession()

    @BeforeAll
    fun use() {
        val cell = session.run("%use miscope")
        assertNull(cell.failure, cell.outputs.inShort().toString())
        assertEquals(listOf<String>(), cell.outputs.inShort())
    }

    @ParameterizedTest
    @ValueSource(
        strings =
            [
                "figure",
                "gggrid(listOf(figure, figure))",
                "GGBunch().addPlot(figure, 0, 0, 300, 200)",
            ]
    )
    fun `a figure is a static drawing with a text`(code: String) {
        session.run(
            """val figure = letsPlot(mapOf("x" to listOf(1, 2))) { x = "x" } + geomHistogram() + ggtitle("A")"""
        )
        val cell = session.run(code)
        assertNull(cell.failure, cell.outputs.inShort().toString())
        val result = cell.result()
        assertEquals(setOf("image/svg+xml", "image/png", "text/plain"), result.keys)
        assertTrue(result.getValue("image/svg+xml").startsWith("<svg"))
        assertTrue("viewBox=\"0 0 " in result.getValue("image/svg+xml"))
        assertFalse("<script" in result.values.joinToString())
        assertEquals(result, session.run(code).result())
    }

    @Test
    fun `a table is static HTML that says what it leaves out`() {
        val cell =
            session.run("""dataFrameOf("n" to List(100) { it }, "s" to List(100) { "<b>" })""")
        val result = cell.result()
        assertEquals(setOf("text/html", "text/plain"), result.keys)
        val html = result.getValue("text/html")
        assertTrue(html.startsWith("<table"), html)
        assertFalse("<script" in html || "<style" in html || "<b>" in html, html)
        assertEquals("<p>20 of 100 rows</p>", html.substringAfterLast("</table>"))
    }

    @Test
    fun `an information plane is its figure`() {
        val cell =
            session.run(
                """
                val rows = Array(60) { i -> doubleArrayOf(Math.sin(i * 1.7)) }
                val run = activations("run") {
                    inputs(rows)
                    labels(IntArray(60) { it % 2 })
                    for (epoch in 0..2) layer(epoch, 1, Array(60) { doubleArrayOf(Math.tanh(rows[it][0] * (epoch + 1)) + it % 7 / 7.0) })
                }
                informationPlane(run) { estimators(ksg, ksgLocal); bins(0.1) }
                """
            )
        assertNull(cell.failure, cell.outputs.inShort().toString())
        val result = cell.result()
        assertEquals(setOf("image/svg+xml", "image/png", "text/plain"), result.keys)
        assertTrue("information plane of run" in result.getValue("text/plain"))
    }

    @Test
    fun `a progress bar leaves nothing behind`() {
        val cell =
            session.run(
                """
                val bar = LiveProgress("work", NotebookOutput.current!!, java.time.Duration.ZERO)
                bar.update(1, 2, java.time.Duration.ofSeconds(1), null)
                bar.close()
                """
            )
        assertNull(cell.failure, cell.outputs.inShort().toString())
        assertEquals(listOf<String>(), cell.outputs.inShort())
    }

    @ParameterizedTest
    @EnumSource
    fun `an interrupted cell shows within a second what it had finished`(button: StopButton) {
        val finished =
            stopWithinASecond(
                button,
                """
                val rows = mutableListOf<Int>()
                stoppable(onStopped = {
                    val table = dataFrameOf("row" to rows)
                    NotebookOutput.current!!.display(table, null)
                }) {
                    println("started")
                    while (true) {
                        rows += rows.size
                        Thread.sleep(1)
                    }
                }
                """,
            )
        val table = finished.outputs[1] as RichOutput
        assertTrue("<table" in table.data.getValue("text/html").joinedLines())
        val error = finished.outputs[2] as ErrorOutput
        assertEquals(
            if (button == StopButton.KERNEL_0_11) "java.lang.ThreadDeath"
            else "java.lang.InterruptedException",
            error.name,
        )
        assertTrue(table.data.getValue("text/plain").joinedLines().lines().size > 10)
        // What the cell declared is lost with it; the session itself goes on.
        assertEquals("2", session.run("1 + 1").result()["text/plain"])
    }

    @Test
    fun `the one-liner displays a labelled plot`() {
        val cell = session.run("mi { estimator(ksgGlobalLinf); scaleSweep(1e-2..1e3) }")
        assertNull(cell.failure, cell.outputs.inShort().toString())
        val svg = cell.result().getValue("image/svg+xml")
        for (label in listOf("scale of X", "nats", "KSG-Global-Linf", "true MI")) {
            assertTrue(label in svg, label)
        }
        assertFalse("<script" in svg)
        assertTrue("nats" in cell.result().getValue("text/plain"))
    }

    @Test
    fun `an estimate is a card, a matrix a heatmap`() {
        session.run("val x = DoubleArray(50) { kotlin.math.sin(it * 1.0) }")
        val card =
            session.run("mi(x, DoubleArray(50) { x[it] + kotlin.math.cos(7.0 * it) })").result()
        assertEquals(setOf("text/html", "text/plain"), card.keys)
        assertTrue("nats" in card.getValue("text/html"))
        val matrix =
            session.run(
                """dataFrameOf("a" to x.toList(), "b" to List(50) { (it * it) % 17 }).miMatrix()"""
            )
        assertNull(matrix.failure, matrix.outputs.inShort().toString())
        assertTrue(matrix.result().getValue("image/svg+xml").startsWith("<svg"))
    }

    @Test
    fun `a ranking and a study of drift are drawings, an entropy a card`() {
        session.run(
            """
            val frame = dataFrameOf(
                "a" to List(60) { kotlin.math.sin(1.0 * it) },
                "b" to List(60) { kotlin.math.sin(1.0 * it) + kotlin.math.cos(7.0 * it) },
                "kind" to List(60) { if (it % 3 == 0) "third" else "other" },
            )
            """
        )
        for (code in listOf("frame.miRank(\"kind\")", "frame.miDrift(\"a\", \"b\") { k(1, 3) }")) {
            val cell = session.run(code)
            assertNull(cell.failure, cell.outputs.inShort().toString())
            assertEquals(
                setOf("image/svg+xml", "image/png", "text/plain"),
                cell.result().keys,
                code,
            )
            assertTrue("nats" in cell.result().getValue("image/svg+xml"), code)
        }
        val card = session.run("frame.entropy(\"a\")").result()
        assertEquals(setOf("text/html", "text/plain"), card.keys)
        assertTrue("h(a)" in card.getValue("text/html"))
    }

    @Test
    fun `scores of encoders are drawings`() {
        val cell =
            session.run(
                """
                fun encoder(a: Double) = Array(60) { doubleArrayOf(kotlin.math.sin(1.0 * it) + a * kotlin.math.cos(7.0 * it)) }
                miScore(encoder(0.0), encoder(0.3), encoder(3.0)) { estimator(ksg); groups(2) }
                """
            )
        assertNull(cell.failure, cell.outputs.inShort().toString())
        assertEquals(setOf("image/svg+xml", "image/png", "text/plain"), cell.result().keys)
        assertTrue("suspect" in cell.result().getValue("image/svg+xml"))
    }

    @Test
    fun `what cannot be drawn is said, not hidden`() {
        val cell =
            session.run(
                "class Odd : Figure { override fun show() {} }\n" + "val odd = Odd()\n" + "odd"
            )
        assertNull(cell.failure, cell.outputs.inShort().toString())
        val text = cell.result().getValue("text/plain")
        assertTrue("cannot be shown" in text, text)
    }

    @ParameterizedTest
    @EnumSource
    fun `a stopped sweep shows within a second what it had finished`(button: StopButton) {
        val finished =
            stopWithinASecond(
                button,
                """
                mi {
                    samples(300); trials(100_000); estimator(ksg); scaleSweep(0.1..10.0, points = 3)
                    progress { if (it.done > 30) print(".") }
                }
                """,
            )
        val shown = finished.outputs.filterIsInstance<RichOutput>()
        val plot = shown[0].data.getValue("text/plain").joinedLines()
        assertTrue("Stopped: " in plot && "of 300000 cells are finished" in plot, plot)
        assertTrue("Stopped: " in shown[0].data.getValue("image/svg+xml").joinedLines())
        assertTrue("<table" in shown[1].data.getValue("text/html").joinedLines())
        assertTrue(finished.outputs.last() is ErrorOutput)
        assertEquals("2", session.run("1 + 1").result()["text/plain"])
    }

    @ParameterizedTest
    @EnumSource
    fun `a stopped information plane shows what it had finished`(button: StopButton) {
        val finished =
            stopWithinASecond(
                button,
                """
                val inputs = Array(300) { i -> doubleArrayOf(Math.sin(i * 1.7)) }
                val network = activations("run") {
                    inputs(inputs)
                    for (epoch in 0..20_000) layer(epoch, 1, inputs)
                }
                informationPlane(network) {
                    var calls = 0
                    estimator(MutualInformationEstimator { if (++calls == 30) print("."); ksg.estimate(it) } named "KSG")
                }
                """,
            )
        val shown = finished.outputs.filterIsInstance<RichOutput>().first()
        assertTrue("image/svg+xml" in shown.data.keys)
        assertTrue("information plane of run" in shown.data.getValue("text/plain").joinedLines())
        assertTrue(finished.outputs.last() is ErrorOutput)
    }

    /**
     * Starts a cell that prints once it is under way, and presses the button 200 ms later. The
     * first cell of a kind also loads the classes that draw; and on a machine busy with other work
     * a second may be too short: one of three must make it.
     */
    private fun stopWithinASecond(button: StopButton, code: String): FinishedCell {
        var quickest = Long.MAX_VALUE
        repeat(3) {
            val cell = session.start(code)
            while (cell.outputs().none { it is StreamOutput }) {
                assertTrue(cell.thread.isAlive) { cell.await().outputs.inShort().toString() }
                Thread.sleep(10)
            }
            Thread.sleep(200)
            val start = System.nanoTime()
            button.press(cell)
            val finished = cell.await()
            quickest = minOf(quickest, (System.nanoTime() - start) / 1_000_000)
            if (quickest < 1000) return finished
        }
        throw AssertionError("took at least $quickest ms")
    }
}
