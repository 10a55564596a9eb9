package io.github.miscope.jupyter

import java.io.IOException
import java.nio.file.Path
import java.security.MessageDigest
import java.util.HexFormat
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.readBytes
import kotlin.io.path.readText
import kotlin.io.path.writeText
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class NativeJarsTest {
    @TempDir lateinit var folder: Path

    private val log = mutableListOf<String>()

    private val content = "libraries"

    private val jar = NativeJar("pytorch", "1", "linux-x86_64", sum(content))

    private fun located(jar: NativeJar): Path =
        located(jar, { log += it }, folder, folder.resolve("remote").toUri().toString())

    private fun put(repository: String, text: String): Path {
        val file = folder.resolve(repository).resolve(jar.path)
        file.parent.createDirectories()
        file.writeText(text)
        return file
    }

    private fun sum(text: String) =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toByteArray()))

    @Test
    fun `a jar is downloaded once`() {
        val remote = put("remote", content)
        val file = located(jar)
        assertEquals(folder.resolve(".miscope/natives/pytorch-1-linux-x86_64.jar"), file)
        assertArrayEquals(remote.readBytes(), file.readBytes())
        assertEquals(file, located(jar))
        assertEquals(1, log.size, log.toString())
        assertTrue(log.single().startsWith("miscope: downloading file:"), log.toString())
    }

    @Test
    fun `Maven's local repository comes first, if its file is the right one`() {
        val local = put(".m2/repository", content)
        assertEquals(local, located(jar))
        assertEquals(listOf<String>(), log)
        local.writeText("half of it")
        put("remote", content)
        assertEquals(content, located(jar).readText())
        assertEquals(1, log.size)
    }

    @Test
    fun `another file is refused, and not kept`() {
        put("remote", "another file")
        val refused = assertThrows(IOException::class.java) { located(jar) }
        assertTrue(
            "has SHA-256 ${sum("another file")}, expected ${jar.sha256}" in refused.message!!,
            refused.message,
        )
        assertFalse(folder.resolve(".miscope/natives").resolve(jar.name).exists())
    }

    @Test
    fun `platforms are those that libtorch is published for`() {
        assertEquals("linux-x86_64", platform("Linux", "amd64"))
        assertEquals("macosx-arm64", platform("Mac OS X", "aarch64"))
        assertEquals("macosx-x86_64", platform("Mac OS X", "x86_64"))
        assertEquals("windows-x86_64", platform("Windows 11", "amd64"))
        val unknown =
            assertThrows(IllegalArgumentException::class.java) { nativeJarsOf("plan9-mips") }
        assertEquals(
            "libtorch is not published for plan9-mips, only for linux-x86_64, macosx-arm64, " +
                "macosx-x86_64, windows-x86_64",
            unknown.message,
        )
    }

    @Test
    fun `versions are those of the neural module`() {
        val pom = Path.of("../../core-java/neural/pom.xml").readText()
        fun property(name: String) = Regex("<$name>(.*)</$name>").find(pom)!!.groupValues[1]
        val javacpp = property("javacpp.version")
        val expected =
            listOf("javacpp", "pytorch", "openblas").associateWith {
                property("$it.version").replace("\${javacpp.version}", javacpp)
            }
        for (name in listOf("linux-x86_64", "macosx-arm64", "macosx-x86_64", "windows-x86_64")) {
            assertEquals(expected, nativeJarsOf(name).associate { it.artifact to it.version })
        }
    }
}
