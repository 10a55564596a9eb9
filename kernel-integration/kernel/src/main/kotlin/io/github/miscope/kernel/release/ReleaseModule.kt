package io.github.miscope.kernel.release

import java.nio.file.Files
import java.nio.file.Path
import javax.xml.parsers.DocumentBuilderFactory
import kotlin.io.path.exists
import kotlin.io.path.extension
import kotlin.io.path.isDirectory
import kotlin.io.path.name
import org.w3c.dom.Element

/**
 * A module of the build, and what it has made.
 *
 * @param pom the POM as it is published
 * @param parent the module whose POM this one inherits from, or null
 */
internal class ReleaseModule(
    val folder: Path,
    private val pom: Element,
    private val parent: ReleaseModule?,
) {
    val target: Path = folder.resolve("target")

    val artifact: String = pom.text("artifactId").orEmpty()

    val version: String = pom.text("version") ?: parent?.version.orEmpty()

    val isPom: Boolean = pom.text("packaging") == "pom"

    /** Tools of the build are not deployed. */
    val isPublished: Boolean = pom.text("properties", "maven.deploy.skip") != "true"

    /** Whether its parent is published too, so that what it inherits can be looked up. */
    val hasPublishedParent: Boolean
        get() = parent == null || parent.isPublished

    /** Names in `<parent>`, if the POM has one. */
    val parentArtifact: String? = pom.text("parent", "artifactId")

    /** The text of a nested element, here or inherited; null if there is none. */
    fun text(vararg path: String): String? =
        pom.text(*path) ?: if (path.first() in NOT_INHERITED) null else parent?.text(*path)

    /** Coordinates of dependencies whose version says snapshot or is not resolved, as text. */
    fun badDependencies(): List<String> =
        pom.children("dependencies")
            .flatMap { it.children("dependency") }
            .filterNot { it.text("scope") == "test" }
            .map { listOfNotNull(it.text("groupId"), it.text("artifactId"), it.text("version")) }
            .map { it.joinToString(":") }
            .filter { "SNAPSHOT" in it || "\${revision}" in it }

    /** What it has made, without what is in folders. */
    fun files(): List<Path> =
        if (!target.isDirectory()) emptyList()
        else
            Files.list(target).use { files ->
                files
                    .filter { it.name.startsWith("$artifact-$version") || it.name == POM }
                    .filter { it.extension in setOf("jar", "asc", "xml") }
                    .sorted()
                    .toList()
            }

    fun jar(classifier: String?): Path =
        target.resolve(artifact + "-" + version + classifier?.let { "-$it" }.orEmpty() + ".jar")

    private companion object {
        val NOT_INHERITED = setOf("name", "artifactId", "packaging", "parent")
    }
}

/** The name of the POM that the build publishes, in each module's target folder. */
internal const val POM: String = "flattened-pom.xml"

/** The modules below [root], parents before their children. */
internal fun releaseModules(root: Path, parent: ReleaseModule? = null): List<ReleaseModule> {
    val published = root.resolve("target").resolve(POM)
    val source = parsed(root.resolve("pom.xml"))
    val pom = if (published.exists()) parsed(published) else source
    val inherits = pom.text("parent", "artifactId") != null
    val module = ReleaseModule(root, pom, parent.takeIf { inherits })
    val modules = source.children("modules").flatMap { it.children("module") }
    return listOf(module) +
        modules.flatMap { releaseModules(root.resolve(it.textContent.trim()), module) }
}

private fun parsed(file: Path): Element {
    val factory = DocumentBuilderFactory.newInstance()
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true)
    return factory.newDocumentBuilder().parse(file.toFile()).documentElement
}

private fun Element.children(name: String): List<Element> =
    (0 until childNodes.length)
        .map { childNodes.item(it) }
        .filterIsInstance<Element>()
        .filter { it.tagName == name }

private fun Element.text(vararg path: String): String? =
    path
        .fold(listOf(this)) { elements, name -> elements.flatMap { it.children(name) } }
        .firstOrNull()
        ?.textContent
        ?.trim()
        ?.ifEmpty { null }
