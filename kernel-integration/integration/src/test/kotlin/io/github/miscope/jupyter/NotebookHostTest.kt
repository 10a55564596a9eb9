package io.github.miscope.jupyter

import io.github.miscope.dsl.BenchmarkResult
import io.github.miscope.dsl.MiscopeHooks
import io.github.miscope.dsl.SweepResult
import io.github.miscope.dsl.benchmark
import io.github.miscope.dsl.correlatedGaussians
import io.github.miscope.dsl.ksg
import io.github.miscope.dsl.mi
import kotlin.concurrent.thread
import org.jetbrains.kotlinx.dataframe.AnyFrame
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class NotebookHostTest {
    /** A front end that drops new displays after an interrupt, as under kernels from 0.12 on. */
    private class FrontEnd : NotebookOutput {
        private val places = linkedMapOf<String, Any>()
        private var interrupted = false

        @Synchronized fun shown(): List<Any> = places.values.toList()

        @Synchronized
        fun interrupt(cell: Thread) {
            interrupted = true
            cell.interrupt()
        }

        @Synchronized
        override fun display(value: Any, id: String?) {
            if (!interrupted) places[id ?: "output ${places.size}"] = value
        }

        @Synchronized
        override fun update(value: Any, id: String) {
            places.computeIfPresent(id) { _, _ -> value }
        }
    }

    private val frontEnd = FrontEnd()

    @AfterEach
    fun detach() {
        MiscopeHooks.host = null
    }

    @Test
    fun `what an interrupted sweep had finished arrives, plot and table`() {
        MiscopeHooks.host = NotebookHost(frontEnd)
        val cell = thread {
            runCatching {
                mi {
                    samples(300)
                    trials(100_000)
                    estimator(ksg)
                }
            }
        }
        while (frontEnd.shown().isEmpty()) Thread.sleep(10)
        frontEnd.interrupt(cell)
        cell.join()
        val (plot, table) = frontEnd.shown()
        assertInstanceOf(SweepResult::class.java, plot)
        assertInstanceOf(AnyFrame::class.java, table)
    }

    @Test
    fun `what an interrupted benchmark had finished arrives, and is a figure`() {
        MiscopeHooks.host = NotebookHost(frontEnd)
        val cell = thread {
            runCatching {
                benchmark {
                    tasks(correlatedGaussians(0.5))
                    samples(300)
                    trials(100_000)
                    estimator(ksg)
                }
            }
        }
        while (frontEnd.shown().isEmpty()) Thread.sleep(10)
        frontEnd.interrupt(cell)
        cell.join()
        val result = assertInstanceOf(BenchmarkResult::class.java, frontEnd.shown().first())
        assertTrue(!result.isComplete && result.table.rows.isNotEmpty())
        assertTrue("image/svg+xml" in benchmarkOutput(result).keys)
    }

    @Test
    fun `work that reports nothing has a bar too`() {
        MiscopeHooks.host = NotebookHost(frontEnd)
        mi {
            samples(300)
            trials(1)
            estimator({ samples ->
                Thread.sleep(1500)
                ksg.estimate(samples)
            })
        }
        assertEquals(2, frontEnd.shown().size)
        assertTrue(frontEnd.shown().all { (it as Map<*, *>)["text/html"] == "" })
    }
}
