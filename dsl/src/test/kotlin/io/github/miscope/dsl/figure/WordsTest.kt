package io.github.miscope.dsl.figure

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class WordsTest {
    @Test
    fun `a number stays with its unit`() {
        for (columns in 20..40) {
            val lines = "I(height, weight; age) = 0.3269 nats".wrapped(columns).lines()
            assertTrue(lines.none { it == "nats" || it == "=" }, "$columns: $lines")
        }
        assertTrue("auto; n = 342, d = 1 + 1, k = 3".wrapped(20).lines().none { it.endsWith("+") })
    }

    @Test
    fun `lines are few, and about equally long`() {
        assertEquals("one two three\nfour five six", "one two three four five six".wrapped(23))
        assertEquals("short", "short".wrapped(80))
        val long = "a".repeat(50)
        assertTrue(long.wrapped(20).lines().all { it.length <= 20 })
    }
}
