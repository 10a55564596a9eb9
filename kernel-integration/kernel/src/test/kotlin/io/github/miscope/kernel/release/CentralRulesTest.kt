package io.github.miscope.kernel.release

import java.nio.file.Path
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import kotlin.io.path.createDirectories
import kotlin.io.path.outputStream
import kotlin.io.path.writeText
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** Central's rules on a small build, of a parent and one module. */
class CentralRulesTest {
    @TempDir lateinit var root: Path

    private val complete =
        """
        <description>d</description><url>https://a</url>
        <licenses><license><name>Apache-2.0</name><url>https://l</url></license></licenses>
        <developers><developer><name>A</name></developer></developers>
        <scm><connection>scm:git:a</connection><developerConnection>scm:git:a</developerConnection>
        <url>https://a</url></scm>
        """

    private fun pom(folder: String, content: String, version: String = "1.0") {
        val path = root.resolve(folder).createDirectories()
        val parent =
            if (folder.isEmpty()) "" else "<parent><artifactId>parent</artifactId></parent>"
        val text = "<project>$parent<version>$version</version>$content</project>"
        path.resolve("pom.xml").writeText(text)
        path.resolve("target").createDirectories().resolve(POM).writeText(text)
    }

    private fun jar(name: String, vararg entries: String) {
        val file = root.resolve("lib/target").createDirectories().resolve(name)
        ZipOutputStream(file.outputStream()).use { zip ->
            entries.forEach { zip.putNextEntry(ZipEntry(it)) }
        }
    }

    private fun parent(content: String = complete, version: String = "1.0") =
        pom(
            "",
            "<artifactId>parent</artifactId><packaging>pom</packaging><name>p</name>" +
                "$content<modules><module>lib</module></modules>",
            version,
        )

    private fun library(more: String = "", version: String = "1.0") =
        pom("lib", "<artifactId>lib</artifactId><name>lib</name>$more", version)

    private fun allJars() {
        jar("lib-1.0.jar", "META-INF/LICENSE", "META-INF/NOTICE", "A.class")
        jar("lib-1.0-sources.jar", "A.java")
        jar("lib-1.0-javadoc.jar", "index.html")
    }

    private fun complaints() = releaseModules(root).flatMap { complaints(it) }

    @Test
    fun `a complete build is taken, what its POM inherits included`() {
        parent()
        library()
        allJars()
        assertEquals(emptyList<String>(), complaints())
    }

    @Test
    fun `each element that is missing is named`() {
        parent(content = "")
        library()
        allJars()
        val missing = complaints().filter { it.startsWith("lib: ") }
        assertEquals(8, missing.size, missing.toString())
        assertTrue("lib: the POM has no scm/developerConnection" in missing, missing.toString())
    }

    @Test
    fun `a snapshot is refused, and so is a dependency on one`() {
        parent()
        library(
            "<dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId>" +
                "<version>2-SNAPSHOT</version></dependency></dependencies>"
        )
        allJars()
        assertEquals(listOf("lib: depends on g:a:2-SNAPSHOT"), complaints())
        parent(version = "1.0-SNAPSHOT")
        assertTrue(complaints().any { it.startsWith("parent: 1.0-SNAPSHOT is no release") })
    }

    @Test
    fun `jars that are missing or empty are named`() {
        parent()
        library()
        jar("lib-1.0.jar", "META-INF/LICENSE", "A.class")
        jar("lib-1.0-sources.jar", "META-INF/MANIFEST.MF")
        assertEquals(
            listOf(
                "lib: lib-1.0.jar has no META-INF/NOTICE",
                "lib: lib-1.0-sources.jar has nothing in it",
                "lib: there is no lib-1.0-javadoc.jar",
            ),
            complaints(),
        )
    }

    @Test
    fun `all files are signed or none is`() {
        parent()
        library()
        allJars()
        assertEquals(emptyList<String>(), signatureComplaints(releaseModules(root)))
        root.resolve("lib/target/lib-1.0.jar.asc").writeText("")
        assertEquals(2, signatureComplaints(releaseModules(root)).size)
    }

    @Test
    fun `a tool of the build is not published`() {
        parent()
        library("<properties><maven.deploy.skip>true</maven.deploy.skip></properties>")
        assertEquals(
            listOf("parent"),
            releaseModules(root).filter { it.isPublished }.map { it.artifact },
        )
    }
}
