package io.github.miscope.kernel

import kotlinx.serialization.ExperimentalSerializationApi
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** An `.ipynb` file. What this program does not know is kept as it is. */
public class NotebookDocument(private val json: JsonObject) {
    /** The cells, top to bottom. */
    public val cells: List<NotebookCell> =
        json.getValue("cells").jsonArray.map { NotebookCell(it.jsonObject) }

    /** This notebook with other [cells], as a valid notebook of format 4.5 or later. */
    public fun withCells(cells: List<NotebookCell>): NotebookDocument {
        val minor = maxOf(json["nbformat_minor"]?.jsonPrimitive?.int ?: 0, 5)
        val metadata = json["metadata"]?.jsonObject ?: JsonObject(emptyMap())
        return NotebookDocument(
            JsonObject(
                json +
                    mapOf(
                        "cells" to JsonArray(cells.mapIndexed { i, cell -> cell.withId(i).json }),
                        "metadata" to JsonObject(kotlinMetadata + metadata),
                        "nbformat" to JsonPrimitive(4),
                        "nbformat_minor" to JsonPrimitive(minor),
                    )
            )
        )
    }

    /**
     * The text of the file as Jupyter would write it, so that saving it elsewhere changes nothing.
     */
    public fun toText(): String =
        pretty.encodeToString(JsonElement.serializer(), sorted(json)) + "\n"

    /** Reading. */
    public companion object {
        /** Parses the text of an `.ipynb` file. */
        public fun parse(text: String): NotebookDocument =
            NotebookDocument(Json.parseToJsonElement(text).jsonObject)
    }
}

private val kotlinMetadata: Map<String, JsonElement> =
    Json.parseToJsonElement(
            """
            {
              "kernelspec": {"display_name": "Kotlin", "language": "kotlin", "name": "kotlin"},
              "language_info": {
                "codemirror_mode": "text/x-kotlin", "file_extension": ".kt",
                "mimetype": "text/x-kotlin", "name": "kotlin", "nbconvert_exporter": "",
                "pygments_lexer": "kotlin", "version": "1.9.10"
              }
            }
            """
        )
        .jsonObject

@OptIn(ExperimentalSerializationApi::class)
private val pretty = Json {
    prettyPrint = true
    prettyPrintIndent = " "
}

private fun sorted(json: JsonElement): JsonElement =
    when (json) {
        is JsonObject -> JsonObject(json.toSortedMap().mapValues { sorted(it.value) })
        is JsonArray -> JsonArray(json.map(::sorted))
        is JsonPrimitive -> json
    }
