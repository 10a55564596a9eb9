package io.github.miscope.dsl

import io.github.miscope.sweep.Axis
import java.time.LocalDate
import java.util.Random
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.filter
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What somebody tries in the first hour: each slip is answered in one line that helps. */
class NewcomerTest {
    private val random = Random(1)
    private val height = List(60) { random.nextGaussian() }
    private val df =
        dataFrameOf(
            "height" to height,
            "weight" to height.map { it + random.nextGaussian() },
            "sex" to List(60) { if (it % 2 == 0) "f" else "m" },
            "day" to List(60) { LocalDate.of(2024, 1, 1).plusDays(it.toLong()) },
        )

    private fun answer(slip: () -> Any?): String {
        val message = assertThrows(Exception::class.java) { slip() }.message!!
        assertEquals(1, message.lines().size, message)
        assertTrue(message.length < 250, message)
        return message
    }

    private fun assertAnswer(part: String, slip: () -> Any?) {
        val message = answer(slip)
        assertTrue(part in message, message)
    }

    @Test
    fun `slips are answered`() {
        assertAnswer("did you mean \"height\"?") { df.mi("hieght", "weight") }
        assertAnswer("the frame is empty") { DataFrame.empty().miMatrix() }
        assertAnswer("the frame has no rows") { df.filter { false }.mi("height", "weight") }
        assertAnswer("numbers and text mixed") {
            dataFrameOf(
                    "a" to List<Any>(20) { if (it % 2 == 0) 1.5 else "x" },
                    "b" to height.take(20),
                )
                .mi("a", "b")
        }
        assertAnswer("nope.npy: there is no such file in") {
            activations("run") { inputs("nope.npy") }
        }
        assertAnswer("nope.npz: there is no such file in") {
            activations("run") { npz("nope.npz", "{epoch}-{layer}") }
        }
        assertAnswer("write task(..) around it") { mi { correlatedGaussians(2, 0.9) } }
        assertAnswer("write estimator(..) around it") { mi { ksg(k = 5) } }
        assertAnswer("leave the choice of estimator to miscope") {
            df.mi("height", "sex") { estimator(ksg) }
        }
        assertAnswer("95 % is 0.95") { df.mi("height", "weight") { interval(95.0) } }
        assertAnswer("missing(DROP)") {
            dataFrameOf("a" to height.drop(1) + null, "b" to height).mi("a", "b")
        }
        assertAnswer(".svg, .pdf, .png or .html") { df.mi("height", "weight").save("x.jpg") }
    }

    @Test
    fun `what is printed is written for people`() {
        val sweep = mi {
            estimators(ksg(k = 5), ksg2)
            samples(50)
            trials(2)
            kSweep(1..100)
        }
        // The swept option is not shown as fixed.
        assertEquals(listOf("KSG", "KSG2"), sweep.sweep.estimators().map { "$it" })
        assertTrue("Left out of k: 51 values from 50 on" in "$sweep", "$sweep")
        val custom = mi {
            estimators(ksg(k = 5) named "five", ksg(k = 7), ksg)
            samples(50)
            trials(1)
            sweep(Axis.neighbours(), 1, 2)
        }
        // Names stay, and so do labels that tell two estimators apart.
        val labels = custom.sweep.estimators().map { "$it" }
        assertEquals(listOf("five", "KSG(k=7)", "KSG"), labels)
        val result =
            df.mi("height", "weight") {
                interval()
                pValue(20)
            }
        val shown =
            listOf(
                sweep.table,
                sweep.table.rows.first(),
                sweep.table.summary().first(),
                sweep.sweep,
                sweep { samples(50) },
                result,
                result.estimate.uncertainty(),
                df.miMatrix().pairs.first(),
                df.miDrift("height", "weight").table,
            )
        for (text in shown.map { "$it" }) {
            assertFalse(
                Regex("[A-Z][A-Za-z]+\\[[a-z]+[A-Za-z]*=|@[0-9a-f]{5,}|NaN").containsMatchIn(text),
                text,
            )
        }
    }
}
