package io.github.miscope.dsl

import io.github.miscope.estimator.EstimateWarning
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** Warnings in a word or two. */
class WarningsTest {
    @Test
    fun `draws that are too few for the dimensions`() {
        val warning = EstimateWarning.TooFewDraws(10, 20, 0.1, 1e6, 0.1)
        assertEquals("too few draws", warning.kind())
    }
}
