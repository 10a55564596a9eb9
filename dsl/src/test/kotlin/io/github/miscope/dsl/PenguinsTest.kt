package io.github.miscope.dsl

import io.github.miscope.estimator.DataWarning
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class PenguinsTest {
    private val penguins = penguins()
    private val measures =
        listOf("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g")

    @Test
    fun `missing values are refused with their counts`() {
        assertEquals(
            "missing values (null or NaN) in ${measures.joinToString { "\"$it\" (2)" }}, \"sex\" " +
                "(11) of 344 rows: fill them in, or leave those rows out with missing(DROP)",
            assertThrows<IllegalArgumentException> { penguins.miMatrix() }.message,
        )
    }

    @Test
    fun `the matrix of the four measurements is finite and reports its ties`() {
        for (estimator in listOf(ksg, ksgLocal, ksgGlobal, ksgGlobalLinf)) {
            val matrix =
                penguins.miMatrix({ measures }) {
                    missing(DROP)
                    estimator(estimator)
                }
            assertEquals(measures, matrix.columns)
            assertEquals(6, matrix.pairs.size)
            for (pair in matrix.pairs) {
                assertTrue(pair.estimate.nats().isFinite())
                assertEquals(342, pair.estimate.n())
                assertEquals(2, pair.dropped)
                assertTrue(pair.estimate.warnings().any { it is DataWarning.Ties })
            }
        }
    }

    @Test
    fun `the matrix agrees with single estimates, and each pair is there once`() {
        val matrix =
            penguins.miMatrix({ "body_mass_g" and "bill_depth_mm" and "bill_length_mm" }) {
                missing(DROP)
                bits()
            }
        val single = penguins.mi("body_mass_g", "bill_depth_mm") { missing(DROP) }
        assertEquals(single.nats, matrix["bill_depth_mm", "body_mass_g"].nats())
        val frame = matrix.toDataFrame()
        assertEquals(3, frame.rowsCount())
        assertEquals(
            listOf("x", "y", "estimator", "used", "estimate_bits", "scale", "scaled", "strength") +
                listOf("n", "dropped", "warnings"),
            frame.columnNames(),
        )
        assertEquals(single.bits, frame["estimate_bits"][0])
        assertTrue("ties broken (3)" in matrix.toString(), matrix.toString())
        assertEquals(
            "no pair of \"sex\" and \"body_mass_g\": the columns are \"body_mass_g\", " +
                "\"bill_depth_mm\", \"bill_length_mm\"",
            assertThrows<IllegalArgumentException> { matrix["sex", "body_mass_g"] }.message,
        )
    }

    @Test
    fun `a matrix needs two columns and one estimator`() {
        assertEquals(
            "a matrix needs at least 2 columns: there is only \"body_mass_g\"",
            assertThrows<IllegalArgumentException> { penguins.miMatrix({ "body_mass_g" }) }.message,
        )
        assertEquals(
            "all pairs have one estimator: KSG and KSG2 are both given",
            assertThrows<IllegalArgumentException> {
                    penguins.miMatrix {
                        estimator(ksg)
                        estimator(ksg2)
                    }
                }
                .message,
        )
        assertEquals(
            3,
            penguins
                .miMatrix("body_mass_g", "bill_depth_mm", "bill_length_mm") { missing(DROP) }
                .pairs
                .size,
        )
    }

    @Test
    fun `columns of all kinds are ranked, with intervals and p-values`() {
        val rank =
            penguins.miRank("species", { "island" and "sex" and "bill_length_mm" }) {
                missing(DROP)
                pValue(permutations = 19)
            }
        assertEquals(listOf("bill_length_mm", "island", "sex"), rank.columns)
        // Sex was balanced by design; the others are known to differ between species.
        assertEquals(
            listOf(0.05, 0.05),
            rank.pairs.take(2).map { it.estimate.pValue().get().value() },
        )
        assertEquals(listOf(342, 344, 333), rank.pairs.map { it.estimate.n() })
        assertEquals(0.15, rank.pairs[0].adjustedPValue!!, 1e-12)
        assertTrue(rank.pairs[2].adjustedPValue!! > 0.05)
        val frame = rank.toDataFrame()
        for (column in
            listOf("standard_error_nats", "lower_nats", "upper_nats", "adjusted_p_value")) {
            assertTrue(column in frame.columnNames(), column)
        }
        assertTrue(rank.plot().toSvg().startsWith("<svg"))
        assertTrue(
            "p-values by up to 19 permutations, adjusted (Holm) for 3 pairs." in rank.toString()
        )
        // Holm's smallest p-value is 3 / (1 + 19); 3 / (1 + 59) is 0.05.
        val tooFew =
            "smallest adjusted p-value that 19 can give is 0.15; 0.05 needs at least 59, or"
        assertTrue(tooFew in rank.toString(), rank.toString())
    }

    @Test
    fun `permuting blocks is refused where something is given`() {
        val refusal =
            assertThrows<IllegalArgumentException> {
                penguins.mi("bill_length_mm", "bill_depth_mm") {
                    missing(DROP)
                    given("species")
                    pValue(blockLength = 20)
                }
            }
        assertEquals(
            "pValue(blockLength = 20) is no test of I(X;Y|Z): permuting blocks breaks the dependence " +
                "of X on Z as well; leave blocks out",
            refusal.message,
        )
    }

    @Test
    fun `figures of levels are drawn, as boxes and as counts`() {
        val boxes = penguins.mi("species", "flipper_length_mm") { missing(DROP) }.plot().toSvg()
        for (text in listOf("Adelie", "Chinstrap", "Gentoo", "flipper_length_mm")) {
            assertTrue(text in boxes, text)
        }
        val counts = penguins.mi("species", "island").plot().toSvg()
        assertTrue(">124<" in counts.replace(Regex("\\s"), ""))
        assertFalse("124.0" in counts)
    }

    @Test
    fun `within a species bill length and depth go together`() {
        fun estimate(vararg z: String): MiResult =
            penguins.mi("bill_length_mm", "bill_depth_mm") {
                missing(DROP)
                if (z.isNotEmpty()) given(*z)
                interval()
                pValue(permutations = 19)
            }
        val conditional = estimate("species")
        assertEquals(listOf("species"), conditional.givenColumns)
        assertTrue("I(bill_length_mm; bill_depth_mm | species)" in conditional.toString())
        assertTrue("within levels of species" in conditional.toString(), conditional.toString())
        assertEquals(0.05, conditional.pValue)
        assertTrue(conditional.interval!!.contains(conditional.value))
        assertEquals("species", conditional.toDataFrame()["given"][0])
        assertTrue(conditional.nats < estimate().nats)
        assertEquals(
            "the column \"species\" is in both X and Z: take it out of one",
            assertThrows<IllegalArgumentException> {
                    penguins.mi("species", "sex") {
                        missing(DROP)
                        given("species")
                    }
                }
                .message,
        )
    }
}
