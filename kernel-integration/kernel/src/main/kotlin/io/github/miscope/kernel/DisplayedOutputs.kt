package io.github.miscope.kernel

import org.jetbrains.kotlinx.jupyter.api.libraries.ExecutionHost
import org.jetbrains.kotlinx.jupyter.messaging.DisplayHandler
import org.jetbrains.kotlinx.jupyter.repl.renderValue

/** Where `display` and `updateDisplay` go: to the running cell, and to whichever showed the id. */
internal class DisplayedOutputs {
    private val recorders = mutableListOf<OutputRecorder>()

    @Synchronized fun startCell(): OutputRecorder = OutputRecorder().also(recorders::add)

    @Synchronized private fun all(): List<OutputRecorder> = recorders.toList()

    fun handler(notebook: () -> org.jetbrains.kotlinx.jupyter.MutableNotebook): DisplayHandler =
        object : DisplayHandler {
            override fun handleDisplay(value: Any, host: ExecutionHost, id: String?) {
                val result = renderValue(notebook(), host, value) ?: return
                all().last().display(result, id)
            }

            override fun handleUpdate(value: Any, host: ExecutionHost, id: String?) {
                val result = renderValue(notebook(), host, value) ?: return
                val shown = id ?: result.id ?: error("updateDisplay needs the id of a display")
                all().forEach { it.update(result, shown) }
            }
        }
}
