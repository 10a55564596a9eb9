package io.github.miscope.dsl

import io.github.miscope.sample.Seed
import java.nio.file.Files
import java.nio.file.Path
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.junit.jupiter.api.Test

/** One of each kind of figure, rendered to target/figures, to be looked at. */
class GalleryTest {
    @Test
    fun `the one-liner`() {
        mi {
                estimator(ksgGlobalLinf)
                scaleSweep(1e-2..1e3)
            }
            .plot()
            .render("one-liner")
    }

    @Test
    fun `six estimators over scale, with errors`() {
        val result = mi {
            task(correlatedGaussians(dim = 5, rho = 0.6))
            samples(300)
            trials(5)
            seed(42)
            estimators(ksg, ksgClosedBall, biKsg, ksgLocal, ksgGlobal, ksgGlobalLinf)
            scaleSweep(1e-2..1e3, points = 12)
        }
        result.plot().render("six-estimators")
        result.errorPlot().render("six-estimators-rmse")
        result.errorPlot(ErrorMeasure.BIAS).render("six-estimators-bias")
    }

    @Test
    fun `a random truth`() {
        val result = mi {
            task(correlatedGaussians(dim = 2, rho = 0.1..0.9))
            samples(200)
            trials(8)
            estimators(ksg, ksgGlobalLinf)
            noiseDimensionsSweep(0..6)
            bits()
        }
        result.plot().render("noise-dimensions-bits")
        result.errorPlot(ErrorMeasure.NORMALISED_RMSE).render("normalised-rmse")
        result.errorPlot(ErrorMeasure.SPEARMAN).render("spearman")
    }

    @Test
    fun `other axes`() {
        mi {
                samples(300)
                trials(4)
                estimators(ksg(k = 1) named "k = 1", ksg(k = 10) named "k = 10")
                snrDbSweep(-10.0..20.0, points = 7)
            }
            .plot()
            .render("snr-db")
        mi {
                trials(3)
                dimensionSweep(1..5)
                samples(300)
            }
            .plot()
            .render("dimension")
        mi {
                trials(5)
                estimators(ksg, ksg2)
                samplesSweep(100..2000, points = 5)
            }
            .plot()
            .render("samples")
    }

    @Test
    fun `failed cells`() {
        mi {
                samples(10)
                trials(2)
                estimators(ksg)
                kSweep(1..12)
            }
            .plot()
            .render("failed-cells")
    }

    @Test
    fun `no axis`() {
        mi {
                estimators(ksg, biKsg, ksgGlobalLinf)
                samples(300)
            }
            .plot()
            .render("trials")
        mi {
                task(randomGaussian(2))
                estimators(ksg, ksgGlobalLinf)
                samples(300)
            }
            .plot()
            .render("trials-random-truth")
    }

    @Test
    fun `the penguins`() {
        val penguins = penguins()
        penguins.miMatrix { missing(DROP) }.plot().render("penguins-matrix")
        val wide =
            dataFrameOf(
                (1..10).map { j ->
                    correlatedGaussians(1, 0.9)
                        .sample(50, Seed.of(j.toLong() / 2))
                        .run { if (j % 2 == 0) x() else y() }
                        .column(0)
                        .toList()
                        .toColumn("a_rather_long_name_$j")
                }
            )
        wide.miMatrix { estimator(ksg) }.plot().render("wide-matrix")
        penguins
            .mi("flipper_length_mm", "body_mass_g") { missing(DROP) }
            .plot()
            .render("penguins-scatter")
        val data = mi {
            data(penguins, { "bill_length_mm" }, { "bill_depth_mm" }, missing = DROP)
            estimators(ksg, ksgGlobalLinf)
            scaleSweep(1e-2..1e2, points = 9)
        }
        data.plot().render("penguins-scale")
    }

    @Test
    fun `many points`() {
        val samples = correlatedGaussians(1, 0.8).sample(5000, Seed.of(1))
        mi(samples) { estimators(ksg, ksgLocal) }.plot().render("scatter-many")
    }

    @Test
    fun `the estimate card`() {
        val card =
            penguins().mi({ "bill_length_mm" and "bill_depth_mm" }, { "body_mass_g" }) {
                missing(DROP)
                estimators(ksg, ksgGlobalLinf)
            }
        Files.createDirectories(Path.of("target/figures"))
        Files.writeString(
            Path.of("target/figures/card.html"),
            "<!DOCTYPE html><meta charset=\"utf-8\"><body>${card.toHtml()}" +
                "<div style=\"background:#111;color:#eee\">${card.toHtml()}</div>",
        )
        println(card)
    }

    @Test
    fun `penguins ranked, crossed and cut`() {
        val penguins = penguins()
        penguins
            .miRank("species") {
                missing(DROP)
                estimator(ksgLocal)
                pValue(permutations = 39)
            }
            .plot()
            .render("rank")
        penguins
            .miMatrix {
                missing(DROP)
                estimator(ksgLocal)
                pValue(permutations = 39)
            }
            .plot()
            .render("matrix-of-kinds")
        penguins.mi("species", "island").plot().render("levels-against-levels")
        penguins
            .mi("body_mass_g", "species") { missing(DROP) }
            .plot()
            .render("numbers-against-levels")
        penguins
            .miDrift("bill_length_mm", "body_mass_g") {
                missing(DROP)
                k(1, 3, 8)
            }
            .plot()
            .render("drift")
    }
}
