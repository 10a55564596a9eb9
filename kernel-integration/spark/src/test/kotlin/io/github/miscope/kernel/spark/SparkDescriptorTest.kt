package io.github.miscope.kernel.spark

import java.io.File
import java.nio.file.Path
import kotlin.io.path.readText
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** What `%use miscope-spark` loads, in the build and in other kernels. */
class SparkDescriptorTest {
    private val own = javaClass.getResource("/jupyterLibraries/miscope-spark.json")!!.readText()

    private val published =
        Path.of("../integration/src/main/descriptor/miscope-spark.json").readText()

    @Test
    fun `the build's descriptor names the jars of Spark by their paths`() {
        val jars = field(own, "dependencies").jsonArray.map { File(it.jsonPrimitive.content) }
        assertTrue(jars.all { it.exists() }, jars.filterNot { it.exists() }.toString())
        assertTrue(jars.any { it.name.startsWith("spark-sql_2.13-$version") }, "$jars")
        assertTrue(jars.any { it.name.startsWith("miscope-spark") || it.isDirectory }, "$jars")
        assertTrue(jars.none { "kotlin" in it.name || "lets-plot" in it.name }, "$jars")
    }

    @Test
    fun `other kernels import the same, of the version that the module is built with`() {
        assertEquals(field(own, "imports"), field(published, "imports"))
        assertTrue("io.github.miscope:miscope-spark:\$v" in published, published)
        assertTrue("\"$version\"" in published, published)
    }

    private fun field(descriptor: String, name: String): JsonElement =
        Json.parseToJsonElement(descriptor).jsonObject.getValue(name)

    private val version: String
        get() {
            val pom = Path.of("../../pom.xml").readText()
            return Regex("<spark.version>(.*)</spark.version>").find(pom)!!.groupValues[1]
        }
}
