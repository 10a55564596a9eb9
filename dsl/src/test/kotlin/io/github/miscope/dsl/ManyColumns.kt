package io.github.miscope.dsl

import io.github.miscope.estimator.Estimate
import io.github.miscope.estimator.MutualInformationEstimator
import java.nio.file.Files
import java.util.SplittableRandom
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.api.toDataFrame

/** A process with a small heap that makes and shows a matrix of many columns. */
internal object ManyColumns {
    /** Cheap: what is tried here is what is kept of 4.5 million pairs, and what is shown. */
    private val products = MutualInformationEstimator { samples ->
        val x = samples.x().column(0)
        val y = samples.y().column(0)
        val mean = x.indices.sumOf { x[it] * y[it] } / x.size
        Estimate(mean * mean, "products", x.size, 1, 1, mapOf(), listOf())
    }

    /** Arguments: how many columns, how many rows, and a file that the figure is saved in. */
    @JvmStatic
    fun main(args: Array<String>) {
        val (d, n) = args.take(2).map { it.toInt() }
        val random = SplittableRandom(1)
        val df =
            List(d) { j -> List(n) { random.nextDouble() - 0.5 }.toColumn("column_$j") }
                .toDataFrame()
        val matrix = df.miMatrix { estimator(products) }
        println("${matrix.pairs.size} pairs")
        println("text ${matrix.toString().length}")
        args.getOrNull(2)?.let { println("saved ${Files.size(matrix.save(it))}") }
        println("figure ${matrix.plot().toSvg().length}")
        println(
            "strongest ${matrix.pairs.maxBy { it.nats }.nats == matrix.pairs.maxOf { it.nats }}"
        )
    }
}
