package io.github.miscope.kernel.spark

import io.github.miscope.dsl.BENJAMINI_HOCHBERG
import io.github.miscope.dsl.DROP
import io.github.miscope.dsl.NetworkBuilder
import io.github.miscope.dsl.PairsBuilder
import io.github.miscope.dsl.SweepBuilder
import io.github.miscope.dsl.SweepResult
import io.github.miscope.dsl.activations
import io.github.miscope.dsl.auto
import io.github.miscope.dsl.binnedMi
import io.github.miscope.dsl.correlatedGaussians
import io.github.miscope.dsl.cube
import io.github.miscope.dsl.customEstimator
import io.github.miscope.dsl.gaussianMi
import io.github.miscope.dsl.informationPlane
import io.github.miscope.dsl.ksg
import io.github.miscope.dsl.ksgGlobalLinf
import io.github.miscope.dsl.mi
import io.github.miscope.dsl.miMatrix
import io.github.miscope.dsl.miNetwork
import io.github.miscope.dsl.miRank
import io.github.miscope.dsl.named
import io.github.miscope.dsl.spark
import io.github.miscope.plan.CellRunner
import io.github.miscope.sample.Samples
import io.github.miscope.sweep.SweepRow
import java.util.Random
import kotlin.math.ln
import kotlin.math.tanh
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Plans of the DSL, with its own estimators, tasks and data, give the same rows on Spark. */
class DslOnSparkTest {
    private val local = spark("local[2]")

    private val n = 60

    private val table: DataFrame<*> = run {
        val random = Random(25)
        val a = List(n) { random.nextGaussian() }
        val b = a.map { it + random.nextGaussian() }
        val c = b.map { it * it + random.nextGaussian() }
        dataFrameOf(
            a.toColumn("a"),
            b.mapIndexed { i, value -> if (i % 9 == 0) null else value }.toColumn("b"),
            c.toColumn("c"),
            a.map { if (it > 0) "high" else "low" }.toColumn("level"),
        )
    }

    /** All of a row but its seconds. */
    private fun SweepResult.timeless(): List<String> =
        table.rows().map { "$it".replace("seconds=${it.seconds()}", "") + bits(it) }

    private fun bits(row: SweepRow) = row.nats().toRawBits()

    private fun SweepBuilder.small() {
        scaleSweep(0.1, 1, 10)
        samples(n)
        trials(3)
        seed(7)
    }

    @Test
    fun `a sweep`() {
        val options: SweepBuilder.() -> Unit = {
            small()
            task(correlatedGaussians(2, 0.6).mapX(cube) named "cubed")
            estimators(auto, ksg, ksgGlobalLinf, gaussianMi named "Gauss", binnedMi(4))
        }
        val here = mi(options)
        assertEquals(45, here.table.rows().size)
        val there = mi {
            options()
            on(local)
        }
        assertEquals(here.timeless(), there.timeless())
    }

    @Test
    fun `functions of one's own travel if they are serialisable`() {
        val options: SweepBuilder.() -> Unit = {
            small()
            task("sum", draw = @JvmSerializableLambda { n, random -> sums(n, random) })
            estimator("linear", @JvmSerializableLambda { x, y -> linear(x, y) })
            estimator(
                customEstimator(
                    "of samples",
                    @JvmSerializableLambda { linear(it.x().column(0), it.y().column(0)) },
                )
            )
        }
        assertEquals(
            mi(options).timeless(),
            mi {
                    options()
                    on(local)
                }
                .timeless(),
        )
    }

    @Test
    fun `other functions are refused, and the message says what to do`() {
        assertRefused {
            task(correlatedGaussians(1, 0.5))
            estimator("linear") { x, y -> linear(x, y) }
        }
        assertRefused { task("sum") { n, random -> sums(n, random) } }
    }

    private fun assertRefused(options: SweepBuilder.() -> Unit) {
        val refused =
            assertThrows(IllegalArgumentException::class.java) {
                mi {
                    small()
                    options()
                    on(local)
                }
            }
        assertTrue("a lambda, whose code cannot travel" in refused.message!!, refused.message)
        assertTrue("annotate it with @JvmSerializableLambda" in refused.message!!, refused.message)
    }

    @Test
    fun `a matrix, a ranking and a network`() {
        assertEquals(matrix(null), matrix(local))
        val ranked: PairsBuilder.() -> Unit = {
            estimator(ksg)
            missing(DROP)
        }
        val there =
            table.miRank("c") {
                ranked()
                on(local)
            }
        assertEquals(table.miRank("c", options = ranked).toDataFrame(), there.toDataFrame())
        val connected: NetworkBuilder.() -> Unit = {
            missing(DROP)
            significant(draws = 200)
        }
        val columns = listOf("a", "b", "c")
        val network =
            table.miNetwork(columns) {
                connected()
                on(local)
            }
        assertEquals(
            table.miNetwork(columns, connected).pairsToDataFrame(),
            network.pairsToDataFrame(),
        )
    }

    private fun matrix(runner: CellRunner?): DataFrame<*> =
        table
            .miMatrix {
                missing(DROP)
                pValue(permutations = 19)
                adjust(BENJAMINI_HOCHBERG)
                runner?.let(::on)
            }
            .toDataFrame()

    private fun plane(runner: CellRunner?): Pair<DataFrame<*>, DataFrame<*>> {
        val random = Random(3)
        val x = Array(n) { DoubleArray(2) { random.nextGaussian() } }
        val layers =
            activations("given") {
                inputs(x)
                labels(IntArray(n) { if (x[it][0] > 0) 1 else 0 })
                for (epoch in 0..1) layer(
                    epoch,
                    1,
                    Array(n) { i -> DoubleArray(2) { tanh((1 + epoch) * x[i][it]) } },
                )
            }
        val plane =
            informationPlane(layers) {
                estimators(ksg, auto)
                bins(0.5)
                runner?.let(::on)
            }
        return plane.toDataFrame() to plane.binnedFrame()
    }

    @Test
    fun `an information plane`() {
        assertEquals(plane(null), plane(local))
    }

    /** Executors that have nothing but Spark: Kotlin and the DSL are sent to them. */
    @Test
    fun `pairs and planes on executors in other processes`() {
        installSpark()
        val cluster = spark("local-cluster[1,1,1024]")
        assertEquals(matrix(null), matrix(cluster))
        assertEquals(plane(null), plane(cluster))
    }

    private companion object {
        fun sums(n: Int, random: Random): Samples {
            val x = DoubleArray(n) { random.nextGaussian() }
            return Samples.of(x, DoubleArray(n) { x[it] + random.nextGaussian() })
        }

        fun linear(x: DoubleArray, y: DoubleArray): Double {
            val covariance = x.indices.sumOf { x[it] * y[it] }
            val correlation = covariance / Math.sqrt(x.sumOf { it * it } * y.sumOf { it * it })
            return -0.5 * ln(1 - correlation * correlation)
        }
    }
}
