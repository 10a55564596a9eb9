package io.github.miscope.kernel

import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.writeText
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class ParentPomsTest {
    private fun pom(artifact: String, parent: String) =
        """
        <project>
          <parent>
            <groupId>org.a.b</groupId><artifactId>$parent</artifactId>
            <version>1</version>
          </parent>
          <artifactId>$artifact</artifactId>
        </project>
        """

    private fun Path.write(place: String, text: String) {
        val file = resolve(place)
        file.parent.createDirectories()
        file.writeText(text)
    }

    @Test
    fun `the place of a parent is that of its coordinates`() {
        assertEquals("org/a/b/p/1/p-1.pom", parentOf(pom("child", "p")))
        assertEquals(null, parentOf("<project><artifactId>child</artifactId></project>"))
    }

    @Test
    fun `parents and their parents are added`(@TempDir folder: Path) {
        val source = folder.resolve("source")
        source.write("org/a/b/p/1/p-1.pom", pom("p", "q"))
        source.write("org/a/b/q/1/q-1.pom", "<project/>")
        val repository = folder.resolve("repository")
        repository.write("c/1/c-1.pom", pom("c", "p"))
        addParentPoms(repository, source)
        assertTrue(repository.resolve("org/a/b/q/1/q-1.pom").exists())
    }
}
