package io.github.miscope.kernel

import java.io.File
import java.nio.file.Path
import kotlin.io.path.readText
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class InstallDescriptorsTest {
    private val published = Path.of("../integration/src/main/descriptor")

    @Test
    fun `installed descriptors name jars by their paths, and nothing to resolve`() {
        val text = published.resolve("miscope.json").readText()
        val jars = listOf(File("/r/a-1.jar"), File("/r/a-1-linux-x86_64.jar"))
        val local = Json.parseToJsonElement(localDescriptor(text, jars)).jsonObject
        assertEquals(
            jars.map { it.path },
            local.getValue("dependencies").jsonArray.map { it.jsonPrimitive.content },
        )
        val before = Json.parseToJsonElement(text).jsonObject
        assertEquals(
            setOf("description", "link", "dependencies", "integrationTypeNameRules"),
            local.keys,
        )
        for (key in local.keys - "dependencies") assertEquals(before[key], local[key], key)
    }

    /**
     * As https://github.com/Kotlin/kotlin-jupyter-libraries wants them: a property for each
     * version, with a hint below it from which Renovate updates it, and no repository of this
     * machine.
     */
    @Test
    fun `published descriptors have versions with hints, of the next release`() {
        val pom = Path.of("../../pom.xml").readText()
        val next = Regex("<revision>(.*?)(-SNAPSHOT)?</revision>").find(pom)!!.groupValues[1]
        for (name in listOf("miscope", "miscope-neural", "miscope-spark")) {
            val text = published.resolve("$name.json").readText()
            val descriptor = Json.parseToJsonElement(text).jsonObject
            assertFalse("repositories" in descriptor, name)
            assertTrue(descriptor.keys.containsAll(listOf("description", "link")), name)
            val properties =
                descriptor.getValue("properties").jsonArray.map { property ->
                    val (key, value) =
                        listOf("name", "value").map {
                            property.jsonObject.getValue(it).jsonPrimitive.content
                        }
                    key to value
                }
            assertEquals("v" to next, properties.first(), name)
            val dependencies =
                descriptor.getValue("dependencies").jsonArray.map { it.jsonPrimitive.content }
            val hinted =
                properties.chunked(2).map { (version, hint) ->
                    assertEquals("${version.first}-renovate-hint", hint.first, name)
                    hint.second.removePrefix("update: package=") + ":$" + version.first
                }
            assertEquals(dependencies, hinted, name)
        }
    }

    @Test
    fun `neural imports stay`() {
        val imports = JsonArray(listOf(JsonPrimitive("io.github.miscope.neural.network.*")))
        val text = published.resolve("miscope-neural.json").readText()
        val local = Json.parseToJsonElement(localDescriptor(text, listOf(), imports)).jsonObject
        assertEquals(imports, local["imports"])
        assertFalse("init" in local)
    }

    @Test
    fun `jars of this project are taken from the repository, others from where they are`() {
        val repository = Path.of("/home/u/.m2/repository")
        assertEquals(
            File(
                "/home/u/.m2/repository/io/github/miscope/miscope-core/0.1.0-SNAPSHOT/miscope-core-0.1.0-SNAPSHOT.jar"
            ),
            installed(File("/p/core/target/miscope-core-0.1.0-SNAPSHOT.jar"), repository),
        )
        val other = File("/home/u/.m2/repository/org/ejml/ejml-core-0.46.1.jar")
        assertEquals(other, installed(other, repository))
    }

    @Test
    fun `what kernels have themselves is not added`() {
        val names =
            listOf("kotlin-stdlib-2.0.21.jar", "kotlin-reflect-2.0.21.jar", "slf4j-api-2.0.9.jar") +
                listOf("kotlinx-serialization-json-jvm-1.7.1.jar", "annotations-13.0.jar") +
                listOf(
                    "kotlinx-coroutines-core-jvm-1.8.0.jar",
                    "kotlin-script-runtime-1.9.10.jar",
                ) +
                listOf("miscope-kernel-0.1.0.jar", "kotlin-compiler-embeddable-1.9.10.jar")
        val classPath = KernelClassPath((names + "ejml-core-0.46.1.jar").map(::File))
        assertEquals(listOf("ejml-core-0.46.1.jar"), classPath.library.map { it.name })
    }
}
