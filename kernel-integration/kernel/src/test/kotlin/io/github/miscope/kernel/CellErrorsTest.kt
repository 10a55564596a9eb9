package io.github.miscope.kernel

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance

/** What a cell shows of a slip: the message once, where it came from, and what may be meant. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CellErrorsTest {
    private val session = NotebookSession()

    @BeforeAll
    fun use() {
        session.run("%use miscope")
        session.run(
            "val frame = dataFrameOf(\"height\" to List(30) { kotlin.math.sin(1.0 * it) }, " +
                "\"weight\" to List(30) { kotlin.math.cos(1.7 * it) })"
        )
    }

    private fun error(code: String): ErrorOutput =
        session.run(code).outputs.filterIsInstance<ErrorOutput>().single()

    private fun ErrorOutput.lines() = traceback.flatMap { it.lines() }

    @Test
    fun `a refusal is its message and the line of the cell`() {
        val error = error("\n\nframe.mi(\"hieght\", \"weight\")")
        assertEquals("java.lang.IllegalArgumentException", error.name)
        val lines = error.lines()
        assertEquals(2, lines.size, lines.toString())
        val meant = "there is no column \"hieght\" (did you mean \"height\"?)"
        assertTrue(meant in lines[0], lines[0])
        assertTrue("line 3: frame.mi(\"hieght\", \"weight\")" in lines[1], lines[1])
    }

    @Test
    fun `what looks like a bug keeps a few lines`() {
        val data = "correlatedGaussians(1, 0.5).sample(30, Seed.of(1))"
        val lines = error("mi($data) { error(\"a \" + \"bug\") }").lines()
        assertEquals(1, lines.count { "a bug" in it }, lines.toString())
        assertTrue(lines.size < 15, lines.toString())
    }

    @Test
    fun `a name that does not exist is answered with one that does`() {
        val lines = error("mi { estimator(ksgLocl) }").lines()
        assertTrue(lines.any { "did you mean ksgLocal?" in it }, lines.toString())
        assertTrue(lines.size < 6, lines.toString())
        assertFalse(lines.any { "Line_" in it }, lines.toString())
    }
}
