package io.github.miscope.kernel

import java.io.ByteArrayInputStream
import java.nio.file.Path
import java.util.Base64
import javax.imageio.ImageIO
import kotlin.io.path.name
import kotlin.io.path.readText
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The notebooks of the repository, as they are saved. */
class SavedNotebooksTest {
    private val figures: List<Pair<String, RichOutput>> =
        listOf("../../notebooks", "../../notebooks/guide")
            .flatMap { notebooksIn(Path.of(it), null) }
            .flatMap { file ->
                NotebookDocument.parse(file.readText()).cells.flatMap { cell ->
                    cell.outputs
                        .filterIsInstance<RichOutput>()
                        .filter { output -> output.data.keys.any { it.startsWith("image/") } }
                        .map { "${file.name}, ${cell.source.lineSequence().first()}" to it }
                }
            }

    @Test
    fun `figures are drawings, and images for where the notebook is not trusted`() {
        assertTrue(figures.size > 50, "${figures.size} figures")
        for ((place, figure) in figures) {
            val types = setOf("image/svg+xml", "image/png", "text/plain")
            assertEquals(types, figure.data.keys, place)
        }
    }

    @Test
    fun `the images have the drawings' sizes`() {
        for ((place, figure) in figures) {
            val svg = figure.data.getValue("image/svg+xml").joinedLines()
            val png = Base64.getDecoder().decode(figure.data.getValue("image/png").joinedLines())
            val image = ImageIO.read(ByteArrayInputStream(png))
            val (width, height) = SIZE.find(svg)!!.destructured
            val size = width.toFloat().toInt() to height.toFloat().toInt()
            assertEquals(size, image.width to image.height, place)
        }
    }

    private companion object {
        val SIZE = Regex("""<svg\b[^>]*?\bwidth="([\d.]+)" height="([\d.]+)"""")
    }
}
