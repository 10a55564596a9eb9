package io.github.miscope.jupyter

import java.time.Duration
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class LiveProgressTest {
    private val shown = mutableListOf<String>()
    private var millis = 0L
    private val output =
        object : NotebookOutput {
            override fun display(value: Any, id: String?) {
                shown += "display ${text(value)}"
            }

            override fun update(value: Any, id: String) {
                shown += "update ${text(value)}"
            }

            private fun text(value: Any) = (value as? Map<*, *>)?.get("text/plain") ?: value
        }
    private val bar = LiveProgress("sweep", output, nanoTime = { millis * 1_000_000 })

    private fun tick(done: Long) =
        bar.update(done, 100, Duration.ofMillis(millis), Duration.ofSeconds(75))

    @Test
    fun `short work shows no bar`() {
        tick(1)
        bar.close()
        assertEquals(listOf<String>(), shown)
    }

    @Test
    fun `is drawn at most four times a second`() {
        for (time in 0L..2400 step 10) {
            millis = time
            tick(time / 24)
        }
        assertEquals(10, shown.size)
        assertEquals("display sweep: 16 of 100, 0 s, about 1 min 15 s left", shown.first())
        assertEquals("display ", shown[1], "the place below the bar")
        assertTrue(shown.drop(2).all { it.startsWith("update sweep") })
    }

    @Test
    fun `goes when closed, and stays gone`() {
        millis = 500
        tick(1)
        bar.close()
        bar.close()
        millis = 5000
        tick(2)
        bar.replaceWith("late")
        assertEquals(listOf("update "), shown.drop(2))
    }

    @Test
    fun `turns into a result`() {
        millis = 500
        tick(1)
        bar.replaceWith("the table")
        bar.close()
        assertEquals(listOf("update the table"), shown.drop(2))
    }

    @Test
    fun `a result without a bar is displayed`() {
        bar.replaceWith("the table")
        assertEquals(listOf("display the table"), shown)
    }

    @Test
    fun `a result with something below it takes the two places that are there`() {
        millis = 500
        tick(1)
        bar.replaceWith("the plot", below = "the table")
        assertEquals(listOf("update the plot", "update the table"), shown.drop(2))
    }

    @Test
    fun `opens without numbers, once`() {
        bar.open()
        bar.open()
        assertEquals(listOf("display sweep", "display "), shown)
        millis = 500
        tick(5)
        assertEquals("update sweep: 5 of 100, 1 s, about 1 min 15 s left", shown.last())
        bar.close()
        bar.open()
        assertEquals("update ", shown.last())
    }
}
