package io.github.miscope.kernel

import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/** One output of a code cell, as nbformat knows them. */
public sealed interface CellOutput

/** What was printed: [name] is `stdout` or `stderr`. */
public class StreamOutput(public val name: String, public val text: String) : CellOutput

/**
 * What was displayed, by MIME type.
 *
 * @property executionCount the number of the cell if this is its result, null for `display(...)`
 */
public class RichOutput(
    public val data: JsonObject,
    public val metadata: JsonObject,
    public val executionCount: Int?,
) : CellOutput {
    /** Whether nothing is left to see, as of a progress bar that has gone. */
    internal val isBlank: Boolean
        get() =
            data.values.all {
                (it is JsonPrimitive || it is JsonArray) && it.joinedLines().isEmpty()
            }
}

/** The exception or compile error that ended the cell. */
public class ErrorOutput(
    public val name: String,
    public val value: String,
    public val traceback: List<String>,
) : CellOutput
