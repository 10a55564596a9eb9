package io.github.miscope.jupyter

import io.github.miscope.dsl.MiMatrix
import io.github.miscope.dsl.MiResult
import io.github.miscope.dsl.MiscopeHooks
import io.github.miscope.dsl.SweepResult
import org.jetbrains.kotlinx.dataframe.AnyFrame
import org.jetbrains.kotlinx.jupyter.api.FieldValue
import org.jetbrains.kotlinx.jupyter.api.ProcessingPriority
import org.jetbrains.kotlinx.jupyter.api.ResultHandlerExecution
import org.jetbrains.kotlinx.jupyter.api.SubtypeRendererTypeHandler
import org.jetbrains.kotlinx.jupyter.api.libraries.JupyterIntegration
import org.jetbrains.letsPlot.Figure

/** What `%use miscope` loads into a Kotlin notebook: imports, renderers, and live output. */
public class MiscopeIntegration : JupyterIntegration() {
    override fun Builder.onLoaded() {
        setMinimalKernelVersion("0.11.0.198")
        import(*notebookImports.toTypedArray())
        onLoaded {
            NotebookOutput.attach(this)
            MiscopeHooks.host = NotebookOutput.current?.let(::NotebookSweeps)
        }
        show<Figure> { figureOutput(it) }
        show<AnyFrame> { tableOutput(it) }
        show<SweepResult>(::sweepOutput)
        show<MiResult>(::estimateOutput)
        show<MiMatrix>(::matrixOutput)
    }

    /**
     * Shows values of type [T] in our way, whatever other library has a renderer for them: that of
     * DataFrame, for one, wants JavaScript from a network.
     */
    private inline fun <reified T : Any> Builder.show(crossinline output: (T) -> Any) {
        val execution = ResultHandlerExecution { _, field ->
            FieldValue(output(field.value as T), field.name)
        }
        onLoaded {
            notebook.renderersProcessor.registerWithoutOptimizing(
                SubtypeRendererTypeHandler(T::class, execution),
                ProcessingPriority.HIGH,
            )
        }
    }
}
