package io.github.miscope.dsl

import java.lang.management.ManagementFactory
import java.util.Locale
import java.util.Random
import org.jetbrains.kotlinx.dataframe.AnyFrame
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.jetbrains.kotlinx.dataframe.api.toDataFrame

/** How long a report takes, by hand: columns and rows, such as 30 5000. */
internal object ReportCost {
    @JvmStatic
    fun main(args: Array<String>) {
        val (d, n) = args.take(2).map { it.toInt() }
        val df = mixed(d, n)
        val system =
            ManagementFactory.getOperatingSystemMXBean() as com.sun.management.OperatingSystemMXBean
        // The first time classes are loaded and loops are compiled.
        repeat(2) {
            val start = System.nanoTime()
            val before = system.processCpuTime
            val report = df.miReport()
            val page = report.toHtmlPage()
            val seconds = (System.nanoTime() - start) / 1e9
            val processor = (system.processCpuTime - before) / 1e9
            println(
                "${report.pairs.size} pairs, page of ${page.length} characters: " +
                    String.format(Locale.ROOT, "%.2f s, %.2f s of processor", seconds, processor)
            )
            args.getOrNull(2)?.let { report.save(it) }
        }
    }

    /** Two of three columns are numbers, which depend on the one before in several ways. */
    fun mixed(d: Int, n: Int): AnyFrame {
        val random = Random(7)
        var last = List(n) { random.nextGaussian() }
        return List(d) { j ->
                val before = last
                last =
                    before.map {
                        when (j % 4) {
                            0 -> random.nextGaussian()
                            1 -> it + random.nextGaussian()
                            2 -> it * it + random.nextGaussian()
                            else -> Math.rint(10 * (0.3 * it + random.nextGaussian())) / 10
                        }
                    }
                if (j % 3 == 2)
                    last.map { "l${Math.floorMod(Math.rint(it).toInt(), 5)}" }.toColumn("level_$j")
                else last.toColumn("number_$j")
            }
            .toDataFrame()
    }
}
