package io.github.miscope.kernel

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class NotebookSessionTest {
    private val session = shared

    @Test
    fun `streams and displays keep their order`() {
        val cell =
            session.run(
                """print("a"); println("b"); System.err.println("c"); DISPLAY("d"); println("é"); 5"""
            )
        assertNull(cell.failure)
        assertEquals(
            listOf("stdout: ab\n", "stderr: c\n", "display d", "stdout: é\n", "result 5"),
            cell.outputs.inShort(),
        )
    }

    @Test
    fun `an update replaces what was displayed, also from a later cell`() {
        val first = session.run("""DISPLAY("one", "id"); DISPLAY("other")""")
        val second = session.run("""UPDATE_DISPLAY("two", "id")""")
        assertEquals(listOf("display two", "display other"), first.outputs.inShort())
        assertEquals(listOf<String>(), second.outputs.inShort())
    }

    @Test
    fun `an exception is an error output and the session goes on`() {
        val cell = session.run("""print("before"); require(false) { "k must be < n" }""")
        val (before, error) = cell.outputs
        assertEquals("before", (before as StreamOutput).text)
        assertEquals("java.lang.IllegalArgumentException", (error as ErrorOutput).name)
        assertEquals("k must be < n", error.value)
        assertEquals("2", session.run("1 + 1").result()["text/plain"])
    }

    @Test
    fun `a compile error is an error output`() {
        val error = session.run("val x: Int = unknownName").outputs.single() as ErrorOutput
        assertTrue("unknownName" in error.value, error.value)
    }

    private companion object {
        val shared = NotebookSession()
    }
}
