package io.github.miscope.dsl

import io.github.miscope.sample.Seed
import java.nio.file.Path
import org.apache.commons.rng.sampling.distribution.ZigguratSampler
import org.jetbrains.bio.npy.NpyFile
import org.jetbrains.bio.npy.NpzFile
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.multik.api.mk
import org.jetbrains.kotlinx.multik.api.ndarray
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** Scores of dataset inference, from arrays, frames and files. */
class ScoresTest {
    @TempDir lateinit var folder: Path

    private val n = 400
    private val normal = ZigguratSampler.NormalizedGaussian.of(Seed.of(1).generator())
    private val seen = List(n) { List(3) { normal.sample() } }
    private val victim = encoder(0.0)
    private val stolen = Array(n) { i -> DoubleArray(3) { victim[i][it] + 0.3 * normal.sample() } }
    private val independent = encoder(1.0)
    private val random = encoder(2.0)

    /** Two columns of what is seen, as far as [noise] lets it through, and one of noise. */
    private fun encoder(noise: Double) =
        Array(n) { i -> DoubleArray(3) { j -> seen[i][j] + noise * normal.sample() } }

    private fun file(name: String) = "${folder.resolve(name)}"

    private fun write(name: String, rows: Array<DoubleArray>) =
        NpyFile.write(
            Path.of(file(name)),
            rows.flatMap { it.toList() }.toDoubleArray(),
            intArrayOf(rows.size, 3),
        )

    private fun scores(more: ScoreBuilder.() -> Unit = {}) = miScore {
        victim(victim)
        suspect("stolen", stolen)
        suspect("copy", victim)
        suspect("independent", independent)
        baseline("random 1", random)
        baseline("random 2", encoder(2.0))
        estimator(ksgLocal)
        more()
    }

    @Test
    fun `whose encoder it is`() {
        val scores = scores()
        assertEquals(1.0, scores["copy"].score())
        assertTrue(scores["stolen"].score() > 3 * scores["independent"].score(), "$scores")
        assertEquals(Math.pow(2.0, -10.0), scores["stolen"].pValue().asDouble)
        val frame = scores.toDataFrame()
        assertEquals(6, frame.rowsCount())
        assertEquals(
            listOf("victim") + List(3) { "suspect" } + List(2) { "baseline" },
            frame["role"].values().toList(),
        )
        assertEquals(null, frame["p_value"][0])
        assertEquals(scores["stolen"].score(), frame["score"][1])
        val text = scores.toString().lines()
        assertTrue(text[0] == "miscope: scores between baselines (0) and victim (1)", text[0])
        assertTrue(text[2].startsWith("    victim       1.0000  ("), text[2])
        assertTrue(text[4].startsWith("    stolen       0."), text[4])
        assertTrue("bits" in scores.inUnit(BITS).toString())
        scores.plot().render("scores")
    }

    @Test
    fun `several estimators, one of them out of its depth`() {
        fun wide(rows: Array<DoubleArray>) =
            Array(n) { i -> DoubleArray(60) { rows[i][it % 3] + 0.5 * normal.sample() } }
        val scores =
            miScore(wide(victim), wide(stolen), wide(independent)) {
                suspect("another", wide(independent))
                baseline("random weights of the same shape", wide(random))
                estimators(entropySum(knnEntropy), ksgGlobalLinf)
                compressed()
                groups(8)
                bits()
            }
        assertEquals(3, scores.tables.size)
        assertTrue("out of its depth" in "$scores", "$scores")
        scores.plot().render("scores-of-estimators")
    }

    private fun ScoreBuilder.compressed() = estimator(compressedByPca)

    private val compressedByPca =
        io.github.miscope.estimator.encoded.Compressed.of(ksgLocal, pca(3), pca(3))

    @Test
    fun `all kinds of representations give the same`() {
        write("stolen.npy", stolen)
        NpzFile.write(Path.of(file("all.npz"))).use {
            it.write(
                "random",
                random.flatMap { row -> row.toList() }.toDoubleArray(),
                intArrayOf(n, 3),
            )
        }
        val frame = dataFrameOf(List(3) { j -> independent.map { it[j] }.toColumn("unit $j") })
        val fromFiles = miScore {
            victim(representation(mk.ndarray(victim)))
            suspect("stolen", representation(file("stolen.npy")))
            suspect("independent", representation(frame))
            baseline("random", representation(file("all.npz"), "random"))
            estimator(ksgLocal)
        }
        val fromArrays =
            miScore(representation(victim), representation(stolen), representation(random)) {
                suspect("independent", independent)
                estimator(ksgLocal)
            }
        assertEquals(fromArrays["suspect"].score(), fromFiles["stolen"].score())
        assertEquals(fromArrays["independent"].score(), fromFiles["independent"].score())
    }

    private fun refused(options: ScoreBuilder.() -> Unit): String? =
        assertThrows(IllegalArgumentException::class.java) { miScore(options) }.message

    @Test
    fun `what is missing or wrong is named`() {
        assertEquals(
            "victim(..) is missing: whose encoder is it that was used?",
            refused { suspect("a", stolen) },
        )
        assertEquals(
            "a score needs at least 1 suspect: there is none",
            refused {
                victim(victim)
                baseline("a", random)
            },
        )
        assertEquals(
            "all representations must be of the same observations: 'victim' has 400, 'short' 399",
            refused {
                victim(victim)
                suspect("short", stolen.copyOf(399).requireNoNulls())
                baseline("a", random)
            },
        )
        assertEquals(
            "'flat' is constant: it tells nothing",
            refused {
                victim(victim)
                suspect("flat", Array(n) { DoubleArray(2) })
                baseline("a", random)
            },
        )
        assertEquals(
            "'victim': k must be < number of points: k=50, n=40",
            refused {
                victim(victim)
                suspect("stolen", stolen)
                baseline("a", random)
                estimator(ksg(k = 50))
            },
        )
        val gap = stolen.map { it.copyOf() }.toTypedArray()
        gap[7][1] = Double.NaN
        assertEquals(
            "values are missing (null or NaN) in 1 of 3 columns of \"gap\": a representation has a " +
                "number for each observation",
            refused { suspect("gap", gap) },
        )
        assertEquals(
            "column \"kind\" of \"frame\" holds no numbers: leave it out",
            refused {
                suspect("frame", representation(dataFrameOf("kind" to List(n) { "a${it % 2}" })))
            },
        )
        assertEquals(
            "victim(..) is called twice: there is one victim",
            refused {
                victim(victim)
                victim(stolen)
            },
        )
        val none = file("none.npy")
        assertEquals("\"victim\": there is no file $none", refused { victim(representation(none)) })
    }
}
