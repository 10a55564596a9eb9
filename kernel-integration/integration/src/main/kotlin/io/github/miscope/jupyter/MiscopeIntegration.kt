package io.github.miscope.jupyter

import io.github.miscope.dsl.DriftResult
import io.github.miscope.dsl.EntropyResult
import io.github.miscope.dsl.InformationPlane
import io.github.miscope.dsl.LearningCurves
import io.github.miscope.dsl.MiMatrix
import io.github.miscope.dsl.MiRank
import io.github.miscope.dsl.MiResult
import io.github.miscope.dsl.MiscopeHooks
import io.github.miscope.dsl.SweepResult
import org.jetbrains.kotlinx.dataframe.AnyFrame
import org.jetbrains.kotlinx.jupyter.api.FieldValue
import org.jetbrains.kotlinx.jupyter.api.ProcessingPriority
import org.jetbrains.kotlinx.jupyter.api.ResultHandlerExecution
import org.jetbrains.kotlinx.jupyter.api.SubtypeRendererTypeHandler
import org.jetbrains.kotlinx.jupyter.api.libraries.JupyterIntegration
import org.jetbrains.kotlinx.jupyter.api.textResult
import org.jetbrains.letsPlot.Figure

/** What `%use miscope` loads into a Kotlin notebook: imports, renderers, and live output. */
public class MiscopeIntegration : JupyterIntegration() {
    override fun Builder.onLoaded() {
        setMinimalKernelVersion("0.11.0.198")
        import(*notebookImports.toTypedArray())
        onLoaded {
            NotebookOutput.attach(this)
            MiscopeHooks.host = NotebookOutput.current?.let(::NotebookHost)
        }
        show<Figure> { figureOutput(it) }
        show<AnyFrame> { tableOutput(it) }
        show<SweepResult>(::sweepOutput)
        show<MiResult>(::estimateOutput)
        show<MiMatrix>(::matrixOutput)
        show<MiRank>(::rankOutput)
        show<DriftResult>(::driftOutput)
        show<LearningCurves>(::learningCurveOutput)
        show<InformationPlane>(::planeOutput)
        show<EntropyResult>(::entropyOutput)
    }

    /**
     * Shows values of type [T] in our way, whatever other library has a renderer for them: that of
     * DataFrame, for one, wants JavaScript from a network.
     */
    private inline fun <reified T : Any> Builder.show(crossinline output: (T) -> Any) {
        val execution = ResultHandlerExecution { _, field ->
            FieldValue(shown(field.value as T) { output(it) }, field.name)
        }
        onLoaded {
            notebook.renderersProcessor.registerWithoutOptimizing(
                SubtypeRendererTypeHandler(T::class, execution),
                ProcessingPriority.HIGH,
            )
        }
    }
}

/** A renderer that throws would leave the cell empty, without a word. */
private inline fun <T : Any> shown(value: T, output: (T) -> Any): Any =
    try {
        output(value)
    } catch (e: Exception) {
        textResult("$value\ncannot be shown: $e")
    }
