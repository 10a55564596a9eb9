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
    fun `neural estimators and their native code come with a line of their own`() {
        val entries =
            listOf(
                "miscope-core-1.jar",
                "miscope-neural-1.jar",
                "pytorch-2.7.1-1.5.12-linux-x86_64.jar",
                "openblas-0.3.30-1.5.12.jar",
                "javacpp-1.5.12.jar",
            )
        val classPath = KernelClassPath(entries.map(::File))
        assertEquals(entries.take(1), classPath.library.map { it.name })
        assertEquals(entries.drop(1), classPath.neural.map { it.name })
        assertEquals(listOf<File>(), classPath.kernel)
    }

    @Test
    fun `nothing of Spark is on the class path of kernel and cells`() {
        val spark = jvmClassPath().filter { "spark" in it.name || "scala-library" in it.name }
        assertEquals(listOf<File>(), spark)
        assertEquals(listOf<File>(), KernelClassPath(jvmClassPath()).spark)
    }

    @Test
    fun `the descriptors of this kernel and those for other kernels import the same`() {
        val packages = Regex("""io\.github\.miscope\.neural[.a-z]*\*""")
        fun imports(text: String) = packages.findAll(text).map { it.value }.toList()
        val published = Path.of("../integration/src/main/descriptor/miscope-neural.json").readText()
        val own = javaClass.getResource("/jupyterLibraries/miscope-neural.json")!!.readText()
        assertEquals(imports(own), imports(published))
        assertTrue("io.github.miscope:miscope-neural:\$v" in published)
        val light = Path.of("../integration/src/main/descriptor/miscope.json").readText()
        assertFalse("neural" in light || "spark" in light, light)
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
