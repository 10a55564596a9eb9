package io.github.miscope.kernel

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** One cell of an `.ipynb` file. */
public class NotebookCell(internal val json: JsonObject) {
    /** Whether this is a cell of code. */
    public val isCode: Boolean = json.getValue("cell_type").jsonPrimitive.content == "code"

    /** Whether this is a cell of prose. */
    public val isMarkdown: Boolean = json.getValue("cell_type").jsonPrimitive.content == "markdown"

    /** The text of the cell. */
    public val source: String = json.getValue("source").joinedLines()

    /** Whether the cell is meant to fail: Jupyter's tag `raises-exception`. */
    public val mayFail: Boolean =
        json["metadata"]?.jsonObject?.get("tags")?.jsonArray.orEmpty().any {
            it.jsonPrimitive.content == "raises-exception"
        }

    /** The count that Jupyter shows beside the cell, or null if it was not executed. */
    public val executionCount: Int? =
        (json["execution_count"] as? JsonPrimitive)?.content?.toIntOrNull()

    /** The saved outputs; none for prose. */
    public val outputs: List<CellOutput>
        get() = json["outputs"]?.jsonArray.orEmpty().map { outputFromJson(it.jsonObject) }

    /** This cell as executed. */
    public fun withOutputs(executionCount: Int?, outputs: List<CellOutput>): NotebookCell =
        NotebookCell(
            JsonObject(
                json +
                    mapOf(
                        "execution_count" to (executionCount?.let(::JsonPrimitive) ?: JsonNull),
                        "outputs" to JsonArray(outputs.map(::outputToJson)),
                    )
            )
        )

    internal fun withId(position: Int): NotebookCell =
        if ("id" in json) this
        else NotebookCell(JsonObject(json + ("id" to JsonPrimitive("cell-$position"))))
}
