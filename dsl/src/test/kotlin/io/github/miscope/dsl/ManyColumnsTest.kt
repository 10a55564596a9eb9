package io.github.miscope.dsl

import java.nio.file.Path
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Tag
import org.junit.jupiter.api.Test

/**
 * Many columns in a small heap: an object for each pair had no room in it. 3000 columns in 300 MB,
 * which pass as well, take some minutes.
 */
class ManyColumnsTest {
    @Test
    @Tag("slow")
    fun `a matrix of 800 columns fits into 100 MB`() {
        val process =
            ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx100m",
                    "-Djava.awt.headless=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ManyColumns::class.java.name,
                    "800",
                    "8",
                )
                .redirectErrorStream(true)
                .start()
        val output = process.inputReader().readText()
        assertEquals(0, process.waitFor(), output)
        assertTrue("319600 pairs" in output, output)
        fun length(of: String) = Regex("$of ([0-9]+)").find(output)!!.groupValues[1].toInt()
        assertTrue(length("text") < 5_000, output)
        assertTrue(length("figure") < 500_000, output)
    }
}
