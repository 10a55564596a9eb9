package io.github.miscope.dsl

import io.github.miscope.dsl.figure.encoderFigure
import io.github.miscope.dsl.text.fixed
import io.github.miscope.dsl.text.onOneLine
import io.github.miscope.score.EncoderRow
import io.github.miscope.score.EncoderTable
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.letsPlot.intern.Plot

/**
 * What `encoderQuality(table)` returns: how well encoders tell classes, and how near they are to a
 * victim.
 *
 * @property table the rows as the core has them
 */
public class EncoderQuality internal constructor(public val table: EncoderTable) : Plottable {
    /**
     * The row of an encoder.
     *
     * @throws IllegalArgumentException if there is no such encoder
     */
    public operator fun get(name: String): EncoderRow = table.row(name)

    /**
     * One row per encoder: name, origin, temperature (null for those without a contrastive loss),
     * accuracy of one linear layer on its representations, overlap: the share of nearest neighbours
     * that it has in common with the victim. Both are in 0..1.
     */
    public fun toDataFrame(): DataFrame<*> {
        val rows = table.rows()
        return dataFrameOf(
            rows.map { it.name() }.toColumn("name"),
            rows.map { "${it.origin()}" }.toColumn("origin"),
            rows
                .map { row -> row.temperature().let { if (it.isPresent) it.asDouble else null } }
                .toColumn("temperature"),
            rows.map { it.accuracy() }.toColumn("accuracy"),
            rows.map { it.overlap() }.toColumn("overlap"),
        )
    }

    /** Accuracy and overlap, a point for each encoder. */
    override fun plot(): Plot = encoderFigure(table)

    /** A line per encoder. */
    override fun toString(): String = buildString {
        append("miscope: encoders of ${table.name().onOneLine()}")
        val width = table.rows().maxOf { it.name().length }
        for (row in table.rows()) {
            append("\n  ${row.name().onOneLine().padEnd(width)}  ")
            append("accuracy ${row.accuracy().fixed()}, ")
            append("neighbours in common with the victim ${row.overlap().fixed()}")
        }
    }
}

/**
 * Linear evaluation and nearness to the victim as a frame and a figure: `encoderQuality(
 * Experiments.datasetInference(Size.SMALL).run().evaluate())`.
 */
public fun encoderQuality(table: EncoderTable): EncoderQuality = EncoderQuality(table)
