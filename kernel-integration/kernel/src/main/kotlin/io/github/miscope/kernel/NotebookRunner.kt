package io.github.miscope.kernel

/**
 * How a notebook went: the executed [document], the [failure] that ended it, if any, and the
 * [seconds] of each code cell by its position in the file, from 1.
 */
public class NotebookRun(
    public val document: NotebookDocument,
    public val failure: String?,
    public val seconds: Map<Int, Double>,
)

/**
 * Executes the code cells of [document] in a new session, top to bottom, up to the first that
 * fails.
 *
 * @param name what to call the notebook in messages
 */
public fun runNotebook(
    name: String,
    document: NotebookDocument,
    session: NotebookSession = NotebookSession(),
): NotebookRun {
    val finished = mutableMapOf<NotebookCell, FinishedCell>()
    val seconds = mutableMapOf<Int, Double>()
    var failure: String? = null
    for ((position, cell) in document.cells.withIndex()) {
        if (!cell.isCode || cell.source.isBlank()) continue
        val start = System.nanoTime()
        val run = session.run(cell.source)
        seconds[position + 1] = (System.nanoTime() - start) / 1e9
        finished[cell] = run
        val error = run.failure?.takeUnless { cell.mayFail } ?: continue
        failure = failureMessage(name, position, run.number, cell.source, error)
        break
    }
    val cells =
        document.cells.map { cell ->
            if (cell.isCode) {
                val run = finished[cell]
                cell.withOutputs(run?.number, run?.outputs.orEmpty())
            } else cell
        }
    return NotebookRun(document.withCells(cells), failure, seconds)
}

private fun failureMessage(
    name: String,
    position: Int,
    number: Int,
    code: String,
    failure: Throwable,
): String {
    val error = errorOutput(failure, number, code)
    return "$name, code cell $number (cell ${position + 1} of the file) failed: " +
        "${error.name}: ${error.value}"
}
