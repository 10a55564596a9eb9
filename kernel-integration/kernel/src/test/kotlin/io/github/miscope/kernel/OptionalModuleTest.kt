package io.github.miscope.kernel

import java.io.StringWriter
import java.nio.file.Path
import javax.tools.ToolProvider
import kotlin.io.path.createDirectories
import kotlin.io.path.writeText
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** A module of estimators that arrives in a notebook after `%use miscope`. */
class OptionalModuleTest {
    @Test
    fun `a preset is there from the cell that adds its module, and before says what to add`(
        @TempDir folder: Path
    ) {
        compileModule(folder)
        val session = NotebookSession()
        session.run("%use miscope")
        val before = session.run("mine").outputs.single() as ErrorOutput
        assertTrue("%use miscope-neural" in before.value, before.value)
        val added = session.run("@file:DependsOn(\"$folder\")\n\"\" + mine")
        assertNull(added.failure, added.outputs.inShort().toString())
        assertEquals("mine of the module", added.result()["text/plain"])
        assertEquals("mine of the module", session.run("\"\" + mine").result()["text/plain"])
    }

    /** A class that no class loader of this JVM knows, and the file that names it as a service. */
    private fun compileModule(folder: Path) {
        val service = "io.github.miscope.estimator.preset.OptionalPresets"
        folder.resolve("META-INF/services").createDirectories().resolve(service).writeText("Late")
        val source = folder.resolve("Late.java")
        source.writeText(SOURCE)
        val problems = StringWriter()
        val compiler = ToolProvider.getSystemJavaCompiler()
        val files = compiler.getStandardFileManager(null, null, null)
        val options = listOf("-proc:none", "-d", "$folder")
        val task =
            compiler.getTask(
                problems,
                files,
                null,
                options,
                null,
                files.getJavaFileObjects(source.toFile()),
            )
        assertTrue(task.call(), problems.toString())
    }

    private companion object {
        const val SOURCE =
            """
            import io.github.miscope.estimator.*;
            import io.github.miscope.sample.*;
            public class Late implements io.github.miscope.estimator.preset.OptionalPresets {
              public java.util.Set<String> names() { return java.util.Set.of("mine"); }
              public TrainedEstimator preset(String name) { return new Trained(name); }
              record Trained(String name) implements TrainedEstimator {
                public TrainedEstimator withSteps(int steps) { return this; }
                public TrainedEstimator withBatch(int observations) { return this; }
                public TrainedEstimator withMembers(int models) { return this; }
                public TrainedEstimator withSeed(Seed seed) { return this; }
                public Estimate estimate(Samples samples) { throw new AssertionError(); }
                public String toString() { return name + " of the module"; }
              }
            }
            """
    }
}
