package io.github.miscope.dsl

import io.github.miscope.dsl.text.kindCalled
import io.github.miscope.estimator.DataWarning
import io.github.miscope.estimator.EstimateWarning
import io.github.miscope.estimator.WarningKind
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class WarningKindsTest {
    @Test
    fun `every kind of warning has words, also by its name`() {
        val types =
            listOf(DataWarning::class.java, EstimateWarning::class.java).flatMap {
                it.permittedSubclasses.toList()
            }
        assertTrue(types.all { WarningKind.named(it.simpleName).isPresent })
        val ties = DataWarning.Ties::class.java.simpleName
        assertEquals("ties broken", kindCalled(ties))
    }
}
