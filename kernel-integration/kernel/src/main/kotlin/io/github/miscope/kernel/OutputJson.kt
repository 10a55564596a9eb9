package io.github.miscope.kernel

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.intOrNull
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** nbformat writes a long text as a list of its lines; it may also be one string. */
internal fun JsonElement.joinedLines(): String =
    if (this is JsonArray) joinToString("") { it.jsonPrimitive.content } else jsonPrimitive.content

/** The lines of [text], each with its line break, as nbformat writes them. */
internal fun splitLines(text: String): JsonArray =
    JsonArray(text.split(Regex("(?<=\n)")).filter { it.isNotEmpty() }.map(::JsonPrimitive))

internal fun outputToJson(output: CellOutput): JsonObject = buildJsonObject {
    when (output) {
        is StreamOutput -> {
            put("output_type", JsonPrimitive("stream"))
            put("name", JsonPrimitive(output.name))
            put("text", splitLines(output.text))
        }
        is RichOutput -> {
            val isResult = output.executionCount != null
            put("output_type", JsonPrimitive(if (isResult) "execute_result" else "display_data"))
            if (isResult) put("execution_count", JsonPrimitive(output.executionCount))
            put("data", JsonObject(output.data.mapValues { (type, data) -> savedData(type, data) }))
            put("metadata", output.metadata)
        }
        is ErrorOutput -> {
            put("output_type", JsonPrimitive("error"))
            put("ename", JsonPrimitive(output.name))
            put("evalue", JsonPrimitive(output.value))
            put("traceback", JsonArray(output.traceback.map(::JsonPrimitive)))
        }
    }
}

private fun savedData(type: String, data: JsonElement): JsonElement =
    if (data is JsonPrimitive && (type.startsWith("text/") || type == "image/svg+xml"))
        splitLines(data.content)
    else data

internal fun outputFromJson(json: JsonObject): CellOutput =
    when (val type = json.getValue("output_type").jsonPrimitive.content) {
        "stream" ->
            StreamOutput(
                json.getValue("name").jsonPrimitive.content,
                json.getValue("text").joinedLines(),
            )
        "error" ->
            ErrorOutput(
                json.getValue("ename").jsonPrimitive.content,
                json.getValue("evalue").jsonPrimitive.content,
                json.getValue("traceback").jsonArray.map { it.jsonPrimitive.content },
            )
        "display_data",
        "execute_result" ->
            RichOutput(
                json.getValue("data").jsonObject,
                json.getValue("metadata").jsonObject,
                json["execution_count"]?.jsonPrimitive?.intOrNull,
            )
        else -> throw IllegalArgumentException("unknown output_type: $type")
    }
