package io.github.miscope.kernel

import java.io.File
import java.nio.file.Path
import kotlin.io.path.readText
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class KernelSpecTest {
    @Test
    fun `the kernel starts with this Java and cells see our library but not the compiler`(
        @TempDir folder: Path
    ) {
        installKernel(folder)
        val spec = Json.parseToJsonElement(folder.resolve("kernels/kotlin/kernel.json").readText())
        val argv = spec.jsonObject.getValue("argv").jsonArray.map { it.jsonPrimitive.content }
        assertTrue(File(argv.first()).isAbsolute)
        val cells = argv.single { it.startsWith("-cp=") }
        assertTrue("kotlin-jupyter-api" in cells, cells)
        val forbidden = listOf("kotlin-compiler", "kotlin-jupyter-kernel", "lets-plot")
        assertTrue(forbidden.none { it in cells }, cells)
        val use = folder.resolve("descriptors/jupyterLibraries/miscope.json").readText()
        assertTrue("lets-plot-kotlin-jvm" in use && "dataframe-core" in use, use)
        assertFalse("kotlin-jupyter-api" in use || "kotlin-stdlib" in use, use)
    }

    @Test
    fun `a JDK that the kernel does not start on is refused`() {
        val refused = assertThrows(IllegalStateException::class.java) { checkJavaVersion(25) }
        assertEquals(
            "the Kotlin kernel runs on JDK 17 to 24, and this is JDK 25; set JAVA_HOME to a JDK 17",
            refused.message,
        )
    }
}
