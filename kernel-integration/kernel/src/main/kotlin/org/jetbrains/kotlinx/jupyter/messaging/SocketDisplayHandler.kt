package org.jetbrains.kotlinx.jupyter.messaging

import kotlinx.serialization.json.JsonObject
import org.jetbrains.kotlinx.jupyter.MutableNotebook
import org.jetbrains.kotlinx.jupyter.api.DisplayResult
import org.jetbrains.kotlinx.jupyter.api.libraries.ExecutionHost
import org.jetbrains.kotlinx.jupyter.api.textResult
import org.jetbrains.kotlinx.jupyter.api.withId

/**
 * Stands before the class of this name in kernel 0.11, which sends updates of a display without
 * saying which cell they answer. Jupyter's executing clients (nbclient, nbconvert) drop such
 * messages, and a progress bar would stay in the notebook. Newer kernels say it.
 */
public class SocketDisplayHandler(
    private val connection: JupyterConnectionInternal,
    private val notebook: MutableNotebook,
) : DisplayHandler {
    override fun handleDisplay(value: Any, host: ExecutionHost, id: String?) {
        val rendered = rendered(value, host) ?: return
        val display = if (id == null) rendered else rendered.withId(id)
        notebook.currentCell?.addDisplay(display)
        send(MessageType.DISPLAY_DATA, display.asJson(id))
    }

    override fun handleUpdate(value: Any, host: ExecutionHost, id: String?) {
        requireNotNull(id) { "a display is updated by its id: none is given" }
        val display = rendered(value, host)?.withId(id) ?: return
        notebook.displays.update(id, display)
        notebook.displays
            .getById(id)
            .map { it.cell }
            .distinctBy { it.id }
            .forEach { it.displays.update(id, display) }
        send(MessageType.UPDATE_DISPLAY_DATA, display.asJson(id))
    }

    private fun rendered(value: Any, host: ExecutionHost): DisplayResult? =
        notebook.renderersProcessor.renderValue(host, value)?.let {
            it as? DisplayResult ?: textResult(it.toString())
        }

    private fun DisplayResult.asJson(id: String?): JsonObject = toJson(JsonObject(mapOf()), id)

    private fun send(type: MessageType, display: JsonObject) {
        val content =
            DisplayDataResponse(display["data"], display["metadata"], display["transient"])
        val cell = checkNotNull(connection.contextMessage) { "no cell has run yet" }
        connection.iopub.sendMessage(makeReplyMessage(cell, type, content = content))
    }
}
