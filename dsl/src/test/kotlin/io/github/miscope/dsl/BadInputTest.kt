package io.github.miscope.dsl

import com.sun.management.ThreadMXBean
import java.io.IOException
import java.lang.management.ManagementFactory
import java.nio.file.Path
import java.util.SplittableRandom
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes
import org.jetbrains.bio.npy.NpyFile
import org.jetbrains.bio.npy.NpzFile
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/**
 * Bad input is refused by an `IllegalArgumentException` that names the argument, or by an
 * `IOException` where a file cannot be read: never by an exception from inside, after a long time,
 * or after much memory was taken.
 */
class BadInputTest {
    @TempDir lateinit var folder: Path

    private class Call(val what: String, val names: List<String>, val work: () -> Any?) {
        constructor(what: String, name: String, work: () -> Any?) : this(what, listOf(name), work)
    }

    private val random = SplittableRandom(20)

    private fun <T> any(vararg values: T): T = values[random.nextInt(values.size)]

    private fun below(least: Int) = any(least - 1, -1 - random.nextInt(1000), Int.MIN_VALUE)

    private fun notFinite() = any(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)

    private fun numbers(n: Int) = DoubleArray(n) { random.nextDouble() }

    @Test
    fun `bad options and data are refused by name`() {
        check(List(CALLS) { if (it % 2 == 0) option() else data() })
    }

    @Test
    fun `damaged files are refused by name`() {
        val npy = folder.resolve("x.npy")
        NpyFile.write(npy, DoubleArray(60) { it / 8.0 }, intArrayOf(20, 3))
        val npz = folder.resolve("x.npz")
        NpzFile.write(npz, true).use { it.write("x", DoubleArray(60) { i -> i / 8.0 }) }
        val files = mapOf(npy to npy.readBytes(), npz to npz.readBytes())
        check(
            List(CALLS) {
                val (whole, bytes) = files.entries.elementAt(it % 2)
                val file = folder.resolve("damaged-${whole.fileName}")
                Call("damage $it of $file", "$file") {
                    file.writeBytes(damaged(bytes))
                    activations("") {
                        inputs("$file", "x".takeIf { _ -> whole == npz })
                        layer(0, 1, arrayOf(doubleArrayOf(1.0), doubleArrayOf(2.0)))
                    }
                }
            },
            // A change of a value cannot be seen in an NPY file.
            mayReturn = true,
        )
    }

    private fun damaged(bytes: ByteArray): ByteArray =
        if (random.nextBoolean()) bytes.copyOf(random.nextInt(bytes.size))
        else
            bytes.clone().also { changed ->
                repeat(1 + random.nextInt(4)) {
                    changed[random.nextInt(changed.size)] = random.nextInt(256).toByte()
                }
            }

    private fun option(): Call {
        val number = below(1)
        val level = any(0.0, 1.0, -0.5, Double.NaN, 2.0)
        val value = notFinite()
        val x = numbers(20)
        val y = numbers(20)
        return any(
            Call("ksg(k = $number)", "k must") { ksg(k = number) },
            Call("ross(k = $number)", "k must") { ross(k = number) },
            Call("ksgGlobalLinf(k = $number)", "k must") { ksgGlobalLinf(k = number) },
            Call("equalWidth($number)", "bins") { equalWidth(number) },
            Call("samples($number)", listOf("samples", "n must")) { sweep { samples(number) } },
            Call("trials($number)", "trials") { sweep { trials(number) } },
            Call("threads($number)", "threads") { sweep { threads(number) } },
            Call("points = $number", "points") { sweep { scaleSweep(1.0..2.0, points = number) } },
            Call("scaleSweep(2..1)", "scale") { sweep { scaleSweep(2.0..1.0) } },
            Call("scaleSweep($value)", "scale") { sweep { scaleSweep(1.0..value) } },
            Call("scaleSweep(0..1)", "scale") { sweep { scaleSweep(0.0..1.0) } },
            Call("dim $number", "d") { correlatedGaussians(number, 0.5) },
            Call("rho $value", "rho") { correlatedGaussians(1, value) },
            Call("interval($level)", "level") { mi(x, y) { interval(level) } },
            Call("pValue($number)", "permutations") { mi(x, y) { pValue(number) } },
            Call("points 1e8", "points") { sweep { snrDbSweep(0.0..1.0, points = HUGE) } },
            Call("dimensions", "values") { sweep { dimensionSweep(1..Int.MAX_VALUE) } },
            Call("noises", "values") { sweep { noiseDimensionsSweep(0..Int.MAX_VALUE) } },
            Call("copies", "values") { sweep { duplicatesSweep(1..Int.MAX_VALUE) } },
            Call("ks", "values") { sweep { kSweep(1..Int.MAX_VALUE) } },
            Call("counts", "values") { sweep { samplesSweep(9..Int.MAX_VALUE step 1) } },
            Call("samples 2e9", "samples") { sweep { samples(2_000_000_000) } },
            Call("trials MAX", "trials") { sweep { trials(Int.MAX_VALUE) } },
            Call("pValue MAX", "permutations") { mi(x, y) { pValue(Int.MAX_VALUE) } },
            Call("stopAfter -1", "stopAfter") { mi(x, y) { pValue(stopAfter = -1) } },
            Call("grid 1e8", "points") { logScaleGrid(0.01..100.0, HUGE) },
            Call("sigma $value", "sigma") { sweep { noiseDimensionsSweep(0..2, sigma = value) } },
            Call("more samples", "samples") {
                sweep {
                    data(x, y)
                    samples(21 + random.nextInt(99))
                }
            },
            Call("dpi", "dpi") { mi(x, y).save("$folder/x.png", dpi = any(number, HUGE)) },
            Call("scale of image", "scale") { mi(x, y).plot().toPng(any(value, 0.0, 1e6, 1e-9)) },
            Call("ending", ".jpg") { mi(x, y).save("$folder/x.jpg") },
            Call("k = 20 of 20", "k") { mi(x, y) { estimator(ksg(k = 20 + random.nextInt(9))) } },
        )
    }

    private fun data(): Call {
        val n = 3 + random.nextInt(30)
        val x = numbers(n)
        val gap = numbers(n).also { it[random.nextInt(n)] = Double.NaN }
        val infinite = numbers(n).also { it[random.nextInt(n)] = Double.POSITIVE_INFINITY }
        val df = dataFrameOf("age" to x.toList(), "height" to numbers(n).toList())
        val text = dataFrameOf("age" to x.map { "$it%" }, "height" to numbers(n).toList())
        val lists = dataFrameOf("age" to x.map { listOf(it) }, "height" to numbers(n).toList())
        return any(
            Call("lengths", listOf("x has", "y has")) { mi(x, numbers(n + 1)) },
            Call("NaN", "\"y\"") { mi(x, gap) },
            Call("infinite", "x[") { mi(infinite, x) },
            Call("ragged", "x[1]") { mi(arrayOf(numbers(2), numbers(3)), x) },
            Call("empty", "x") { mi(doubleArrayOf(), doubleArrayOf()) },
            Call("one row", "x") { mi(numbers(1), numbers(1)) },
            Call("no column", "weight") { df.mi("weight", "age") },
            Call("same column", "age") { df.mi("age", "age") },
            Call("twice", "age") { df.mi(listOf("age", "age"), listOf("height")) },
            Call("discrete", "weight") { df.mi("age", "height") { discrete("weight") } },
            Call("given", "weight") { df.mi("age", "height") { given("weight") } },
            Call("percent", "age") { text.mi("age", "height") { estimator(ksg(k = 1)) } },
            Call("lists", "age") {
                dataFrameOf("age" to x.indices.map { listOf(it, it + 1) }, "height" to x.toList())
                    .mi("age", "height")
            },
            Call("mixed", "age") {
                dataFrameOf("age" to x.map { if (it < x.max()) it else "many" }, "b" to x.toList())
                    .mi("age", "b")
            },
            Call("matrix", "column") { df.miMatrix { discrete("weight") } },
            Call("rank of none", "no column to rank") {
                dataFrameOf("age" to x.toList()).miRank("age")
            },
            Call("entropy", "weight") { df.entropy("weight") },
            Call("drift", "weight") { df.miDrift("weight", "age") },
            Call("lists", "age") { lists.mi("age", "height") },
            Call("target", "weight") { df.miRank("weight") },
            Call("no layers", "layers") { activations("") { inputs(arrayOf(x, x)) } },
            Call("no inputs", "inputs") { activations("") { layer(0, 1, arrayOf(x, x)) } },
            Call("epoch", "epoch") { activations("") { layer(below(0), 1, arrayOf(x, x)) } },
            Call("pattern", "pattern") { activations("") { npy("$folder", "{layer}") } },
            Call("no folder", "folder") {
                activations("") { npy("$folder/none", "{epoch}-{layer}") }
            },
            Call("no file", "none.npy") { activations("") { inputs("$folder/none.npy") } },
        )
    }

    private fun check(calls: List<Call>, mayReturn: Boolean = false) {
        val faults =
            calls.mapNotNull { call -> fault(call, mayReturn)?.let { "${call.what}: $it" } }
        assertEquals("", faults.distinct().joinToString("\n"))
    }

    private fun fault(call: Call, mayReturn: Boolean): String? {
        val thread = Thread.currentThread().id
        val bytes = THREADS.getThreadAllocatedBytes(thread)
        val start = System.nanoTime()
        val thrown =
            try {
                call.work()
                null
            } catch (e: Throwable) {
                e
            }
        val allocated = THREADS.getThreadAllocatedBytes(thread) - bytes
        return when {
            allocated > MAX_BYTES -> "allocates $allocated bytes"
            System.nanoTime() - start > MAX_NANOSECONDS -> "takes long"
            thrown == null -> "is not refused".takeUnless { mayReturn }
            thrown !is IllegalArgumentException && thrown !is IOException -> "throws $thrown"
            call.names.none { it in thrown.message.orEmpty() } ->
                "names none of ${call.names}: $thrown"
            else -> null
        }
    }

    private companion object {
        const val CALLS = 250

        const val HUGE = 100_000_000

        const val MAX_BYTES = 256L shl 20

        /** A refusal takes milliseconds; this is a hang, on however slow a machine. */
        const val MAX_NANOSECONDS = 30_000_000_000L

        val THREADS = ManagementFactory.getThreadMXBean() as ThreadMXBean
    }
}
