package io.github.miscope.jupyter

import io.github.miscope.dsl.BenchmarkResult
import io.github.miscope.dsl.DriftResult
import io.github.miscope.dsl.EncoderQuality
import io.github.miscope.dsl.EntropyResult
import io.github.miscope.dsl.InformationPlane
import io.github.miscope.dsl.LagResult
import io.github.miscope.dsl.LearningCurves
import io.github.miscope.dsl.MiMatrix
import io.github.miscope.dsl.MiRank
import io.github.miscope.dsl.MiReport
import io.github.miscope.dsl.MiResult
import io.github.miscope.dsl.MiScores
import io.github.miscope.dsl.MultiInformationResult
import io.github.miscope.dsl.NetworkResult
import io.github.miscope.dsl.PrecisionRecallResult
import io.github.miscope.dsl.SelectResult
import io.github.miscope.dsl.SweepResult
import org.jetbrains.kotlinx.jupyter.api.MimeTypedResult
import org.jetbrains.kotlinx.jupyter.api.mimeResult

/** The output of a cell that ends in a sweep: its plot, or its rows where nothing can be drawn. */
internal fun sweepOutput(result: SweepResult): MimeTypedResult =
    if (result.table.rows.any { !it.failed() }) figureOutput(result.plot(), result.toString())
    else tableOutput(result.toDataFrame())

/** The output of a cell that ends in a benchmark: its figure, or its rows if all failed. */
internal fun benchmarkOutput(result: BenchmarkResult): MimeTypedResult =
    if (result.table.rows.any { !it.failed() }) figureOutput(result.plot(), result.toString())
    else tableOutput(result.toDataFrame())

/** The output of a cell that ends in an estimate: its card. */
internal fun estimateOutput(result: MiResult): MimeTypedResult =
    mimeResult("text/html" to result.toHtml(), "text/plain" to result.toString())

/** The output of a cell that ends in a matrix: its heatmap. */
internal fun matrixOutput(result: MiMatrix): MimeTypedResult =
    figureOutput(result.plot(), result.toString())

/** The output of a cell that ends in a report: its page. */
internal fun reportOutput(result: MiReport): MimeTypedResult =
    mimeResult("text/html" to result.toHtml(), "text/plain" to result.toString())

/** The output of a cell that ends in a ranking: its bars. */
internal fun rankOutput(result: MiRank): MimeTypedResult =
    figureOutput(result.plot(), result.toString())

/** The output of a cell that ends in a selection: its bars. */
internal fun selectOutput(result: SelectResult): MimeTypedResult =
    figureOutput(result.plot(), result.toString())

/** The output of a cell that ends in a scan of lags: its lines. */
internal fun lagOutput(result: LagResult): MimeTypedResult =
    figureOutput(result.plot(), result.toString())

/** The output of a cell that ends in a network: the strongest part of its graph. */
internal fun networkOutput(result: NetworkResult): MimeTypedResult =
    figureOutput(result.plot(), result.toString())

/** The output of a cell that ends in precision and recall: a line for each method. */
internal fun precisionRecallOutput(result: PrecisionRecallResult): MimeTypedResult =
    figureOutput(result.plot(), result.toString())

/** The output of a cell that ends in a study of drift: its lines. */
internal fun driftOutput(result: DriftResult): MimeTypedResult =
    figureOutput(result.plot(), result.toString())

/** The output of a cell that ends in scores between representations: their figure. */
internal fun scoreOutput(result: MiScores): MimeTypedResult =
    figureOutput(result.plot(), result.toString())

/** The output of a cell that ends in the quality of encoders: its figure. */
internal fun encoderOutput(result: EncoderQuality): MimeTypedResult =
    figureOutput(result.plot(), result.toString())

/** The output of a cell that ends in learning curves: their lines. */
internal fun learningCurveOutput(result: LearningCurves): MimeTypedResult =
    figureOutput(result.plot(), result.toString())

/** The output of a cell that ends in an information plane: its plot, or its rows if all failed. */
internal fun planeOutput(result: InformationPlane): MimeTypedResult =
    if (result.rows.any { it.failure == null } || result.binned.isNotEmpty()) {
        figureOutput(result.plot(), result.toString())
    } else tableOutput(result.toDataFrame())

/** The output of a cell that ends in an entropy: its card. */
internal fun entropyOutput(result: EntropyResult): MimeTypedResult =
    mimeResult("text/html" to result.toHtml(), "text/plain" to result.toString())

/** The output of a cell that ends in what several columns share: its card. */
internal fun multiInformationOutput(result: MultiInformationResult): MimeTypedResult =
    mimeResult("text/html" to result.toHtml(), "text/plain" to result.toString())
