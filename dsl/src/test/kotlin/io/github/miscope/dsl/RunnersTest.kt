package io.github.miscope.dsl

import io.github.miscope.plan.CellJob
import io.github.miscope.plan.CellRunner
import io.github.miscope.plan.OptionalRunners
import java.net.URLClassLoader
import java.nio.file.Path
import java.util.Optional
import kotlin.io.path.createDirectories
import kotlin.io.path.writeText
import org.jetbrains.kotlinx.dataframe.api.dataFrameOf
import org.jetbrains.kotlinx.dataframe.api.toColumn
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** Where cells are worked on, other than on threads of this process. */
class RunnersTest {
    /** Works on the calling thread, and tells how many cells it did. */
    class Inline(val place: String) : CellRunner {
        var cells = 0

        override fun <R : Any> start(job: CellJob<R>): CellRunner.Work {
            val there = job.cells().recipe().cells()
            while (true) {
                val cell = job.take()
                if (cell < 0) break
                job.finished(cell, CellJob.row(there, cell), 1)
                cells++
            }
            return object : CellRunner.Work {
                override fun parallelism() = 1

                override fun stop() = Unit
            }
        }

        override fun label() = place
    }

    /** What a module has. */
    class Inlines : OptionalRunners {
        override fun name() = "spark"

        override fun runner(
            place: String,
            options: Map<String, String>,
            checkpoint: Optional<String>,
        ) = Inline("$place $options $checkpoint")
    }

    private fun SweepBuilder.small() {
        task(correlatedGaussians(1, 0.5))
        estimators(ksg, gaussianMi)
        samples(50)
        trials(3)
    }

    @Test
    fun `a sweep has the same rows wherever its cells are worked on`() {
        val elsewhere = Inline("elsewhere")
        val there = mi {
            small()
            on(elsewhere)
        }
        assertEquals(6, elsewhere.cells)
        assertEquals(
            mi { small() }.table.rows().map { it.nats() },
            there.table.rows().map { it.nats() },
        )
    }

    @Test
    fun `so have a matrix and a ranking, with gaps and levels`() {
        val a = List(40) { kotlin.math.sin(it * 1.7) }
        val table =
            dataFrameOf(
                a.mapIndexed { i, value -> if (i % 7 == 0) null else value }.toColumn("a"),
                a.map { it * it + kotlin.math.cos(it * 9.1) }.toColumn("b"),
                a.map { if (it > 0) "high" else "low" }.toColumn("level"),
            )
        val elsewhere = Inline("elsewhere")
        val options: PairsBuilder.() -> Unit = { missing(DROP) }
        val matrix =
            table.miMatrix {
                options()
                on(elsewhere)
            }
        assertEquals(3, elsewhere.cells)
        assertEquals(table.miMatrix(options = options).toDataFrame(), matrix.toDataFrame())
        val rank =
            table.miRank("b") {
                options()
                on(elsewhere)
            }
        assertEquals(5, elsewhere.cells)
        assertEquals(table.miRank("b", options = options).toDataFrame(), rank.toDataFrame())
    }

    @Test
    fun `without its module a runner says what line adds it`() {
        val missing = assertThrows(MissingModuleException::class.java) { spark("local[2]") }
        assertEquals("miscope-spark", missing.module)
        assertTrue("%use miscope-spark" in missing.message!!, missing.message)
    }

    @Test
    fun `a module that is there gives its runner`(@TempDir folder: Path) {
        folder
            .resolve("META-INF/services")
            .createDirectories()
            .resolve(OptionalRunners::class.java.name)
            .writeText(Inlines::class.java.name)
        val thread = Thread.currentThread()
        val before = thread.contextClassLoader
        URLClassLoader(arrayOf(folder.toUri().toURL()), before).use { loader ->
            thread.contextClassLoader = loader
            try {
                val runner = spark("yarn", "hdfs://a/b", mapOf("spark.x" to "1"))
                assertEquals("yarn {spark.x=1} Optional[hdfs://a/b]", runner.label())
            } finally {
                thread.contextClassLoader = before
            }
        }
    }
}
