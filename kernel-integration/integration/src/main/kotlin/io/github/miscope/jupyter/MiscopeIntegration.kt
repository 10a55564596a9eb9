package io.github.miscope.jupyter

import io.github.miscope.dsl.BenchmarkResult
import io.github.miscope.dsl.DriftResult
import io.github.miscope.dsl.EncoderQuality
import io.github.miscope.dsl.EntropyResult
import io.github.miscope.dsl.InformationPlane
import io.github.miscope.dsl.InteractiveFigures
import io.github.miscope.dsl.LagResult
import io.github.miscope.dsl.LearningCurves
import io.github.miscope.dsl.MiMatrix
import io.github.miscope.dsl.MiRank
import io.github.miscope.dsl.MiReport
import io.github.miscope.dsl.MiResult
import io.github.miscope.dsl.MiScores
import io.github.miscope.dsl.MiscopeHooks
import io.github.miscope.dsl.MultiInformationResult
import io.github.miscope.dsl.NetworkResult
import io.github.miscope.dsl.PrecisionRecallResult
import io.github.miscope.dsl.SelectResult
import io.github.miscope.dsl.SweepResult
import org.jetbrains.kotlinx.dataframe.AnyFrame
import org.jetbrains.kotlinx.jupyter.api.FieldValue
import org.jetbrains.kotlinx.jupyter.api.ProcessingPriority
import org.jetbrains.kotlinx.jupyter.api.RendererTypeHandler
import org.jetbrains.kotlinx.jupyter.api.RenderersProcessor
import org.jetbrains.kotlinx.jupyter.api.ResultHandlerExecution
import org.jetbrains.kotlinx.jupyter.api.SubtypeRendererTypeHandler
import org.jetbrains.kotlinx.jupyter.api.libraries.JupyterIntegration
import org.jetbrains.kotlinx.jupyter.api.mimeResult
import org.jetbrains.kotlinx.jupyter.api.textResult
import org.jetbrains.letsPlot.Figure

/** What `%use miscope` loads into a Kotlin notebook: imports, renderers, and live output. */
public class MiscopeIntegration : JupyterIntegration() {
    private val renderers: List<RendererTypeHandler> =
        listOf(
            renderer<Figure> { figureOutput(it) },
            renderer<InteractiveFigures> {
                mimeResult("text/html" to it.toHtml(), "text/plain" to it.toString())
            },
            renderer<AnyFrame> { tableOutput(it) },
            renderer<SweepResult>(::sweepOutput),
            renderer<BenchmarkResult>(::benchmarkOutput),
            renderer<MiResult>(::estimateOutput),
            renderer<MiMatrix>(::matrixOutput),
            renderer<MiRank>(::rankOutput),
            renderer<MiReport>(::reportOutput),
            renderer<SelectResult>(::selectOutput),
            renderer<LagResult>(::lagOutput),
            renderer<NetworkResult>(::networkOutput),
            renderer<PrecisionRecallResult>(::precisionRecallOutput),
            renderer<DriftResult>(::driftOutput),
            renderer<MiScores>(::scoreOutput),
            renderer<EncoderQuality>(::encoderOutput),
            renderer<LearningCurves>(::learningCurveOutput),
            renderer<InformationPlane>(::planeOutput),
            renderer<EntropyResult>(::entropyOutput),
            renderer<MultiInformationResult>(::multiInformationOutput),
        )

    override fun Builder.onLoaded() {
        // The oldest that it has been run on.
        setMinimalKernelVersion("0.11.0.398")
        import(*notebookImports.toTypedArray())
        // Every kernel has it, but a library that is loaded later would take precedence.
        renderers.forEach { addRenderer(it) }
        addThrowableRenderer(ShortErrors)
        onLoaded {
            NotebookOutput.attach(this)
            MiscopeHooks.host = NotebookOutput.current?.let(::NotebookHost)
            showFirst(notebook.renderersProcessor)
            warmUpRaster()
        }
    }

    /**
     * Shows our types in our way, whatever other library has renderers for them: that of DataFrame,
     * for one, wants JavaScript from a network.
     */
    private fun showFirst(processor: RenderersProcessor) {
        val processors = RenderersProcessor::class.java
        val priority = ProcessingPriority.HIGH
        if (!renderers.all { registerFirst(processors, processor, it, priority) }) {
            System.err.println(
                "miscope: this kernel does not order renderers by priority; " +
                    "a library loaded after miscope may change how results are shown"
            )
        }
    }
}

private inline fun <reified T : Any> renderer(crossinline output: (T) -> Any): RendererTypeHandler =
    SubtypeRendererTypeHandler(
        T::class,
        ResultHandlerExecution { _, field ->
            FieldValue(shown(field.value as T) { output(it) }, field.name)
        },
    )

/** A renderer that throws would leave the cell empty, without a word. */
private inline fun <T : Any> shown(value: T, output: (T) -> Any): Any =
    try {
        output(value)
    } catch (e: Exception) {
        textResult("$value\ncannot be shown: $e")
    }
