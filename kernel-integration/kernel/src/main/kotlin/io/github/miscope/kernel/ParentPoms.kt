package io.github.miscope.kernel

import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.copyTo
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.extension
import kotlin.io.path.readText

/**
 * Adds the parents of the POMs in [repository], and theirs in turn, from the repository [source].
 * Maven's dependency plugin would do so, but gives up at a POM that it cannot build, and Batik
 * brings one.
 */
internal fun addParentPoms(repository: Path, source: Path) {
    val poms =
        Files.walk(repository).use { files ->
            ArrayDeque(files.filter { it.extension == "pom" }.toList())
        }
    while (poms.isNotEmpty()) {
        val parent = parentOf(poms.removeFirst().readText()) ?: continue
        val from = source.resolve(parent)
        val to = repository.resolve(parent)
        if (to.exists() || !from.exists()) continue
        to.parent.createDirectories()
        from.copyTo(to)
        poms.addLast(to)
    }
}

/** The place in a repository of the parent that [pom] names, or null if it has none. */
internal fun parentOf(pom: String): String? {
    val parent = PARENT.find(pom)?.value ?: return null
    fun text(element: String) =
        Regex("<$element>\\s*([^<\\s]+)\\s*</$element>").find(parent)?.groupValues?.get(1)
    val group = text("groupId") ?: return null
    val artifact = text("artifactId") ?: return null
    val version = text("version") ?: return null
    return "${group.replace('.', '/')}/$artifact/$version/$artifact-$version.pom"
}

private val PARENT = Regex("<parent>.*?</parent>", RegexOption.DOT_MATCHES_ALL)
