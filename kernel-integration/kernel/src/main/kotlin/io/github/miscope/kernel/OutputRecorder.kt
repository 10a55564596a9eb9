package io.github.miscope.kernel

import java.io.ByteArrayOutputStream
import kotlinx.serialization.json.JsonObject
import org.jetbrains.kotlinx.jupyter.api.DisplayResult

/**
 * The outputs of one cell, in the order in which they came. Streams and displays may come from any
 * thread, also after the cell has ended.
 */
internal class OutputRecorder {
    private sealed interface Entry

    private class Stream(val name: String) : Entry {
        val bytes = ByteArrayOutputStream()
    }

    private class Rich(var output: RichOutput, val id: String?) : Entry

    private class Failure(val output: ErrorOutput) : Entry

    private val entries = mutableListOf<Entry>()

    @Synchronized
    fun print(name: String, bytes: ByteArray, offset: Int, length: Int) {
        val last = entries.lastOrNull() as? Stream
        val stream = last?.takeIf { it.name == name } ?: Stream(name).also(entries::add)
        stream.bytes.write(bytes, offset, length)
    }

    @Synchronized
    fun display(result: DisplayResult, id: String?) {
        entries += Rich(result.toOutput(null), id ?: result.id)
    }

    /** Replaces what was displayed under [id]. */
    @Synchronized
    fun update(result: DisplayResult, id: String) {
        val output = result.toOutput(null)
        entries.filterIsInstance<Rich>().filter { it.id == id }.forEach { it.output = output }
    }

    @Synchronized
    fun result(result: DisplayResult, executionCount: Int) {
        entries += Rich(result.toOutput(executionCount), null)
    }

    @Synchronized
    fun fail(output: ErrorOutput) {
        entries += Failure(output)
    }

    @Synchronized
    fun outputs(): List<CellOutput> =
        entries.mapNotNull { entry ->
            when (entry) {
                is Stream -> StreamOutput(entry.name, entry.bytes.toString(Charsets.UTF_8))
                is Rich -> entry.output.takeUnless { it.isBlank }
                is Failure -> entry.output
            }
        }

    private fun DisplayResult.toOutput(executionCount: Int?): RichOutput {
        val json = toJson(JsonObject(emptyMap()), null)
        return RichOutput(
            json["data"] as? JsonObject ?: JsonObject(emptyMap()),
            json["metadata"] as? JsonObject ?: JsonObject(emptyMap()),
            executionCount,
        )
    }
}
