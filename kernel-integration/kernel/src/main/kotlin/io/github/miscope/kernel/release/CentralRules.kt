package io.github.miscope.kernel.release

import java.nio.file.Path
import java.util.zip.ZipFile
import kotlin.io.path.exists
import kotlin.io.path.name

/** What Maven Central would say of [module]; empty if it takes it. */
internal fun complaints(module: ReleaseModule): List<String> =
    (pomComplaints(module) + if (module.isPom) emptyList() else jarComplaints(module)).map {
        "${module.artifact}: $it"
    }

private fun pomComplaints(module: ReleaseModule): List<String> = buildList {
    if (!module.target.resolve(POM).exists()) add("has no $POM; run process-resources before")
    if (module.version.isEmpty()) add("the POM has no version")
    if ("SNAPSHOT" in module.version || "\${" in module.version) {
        add("${module.version} is no release; build with -Drevision=0.1.0")
    }
    for (element in REQUIRED) {
        if (module.text(*element.toTypedArray()) == null) {
            add("the POM has no ${element.joinToString("/")}")
        }
    }
    if (!module.hasPublishedParent) add("its parent ${module.parentArtifact} is not published")
    addAll(module.badDependencies().map { "depends on $it" })
}

/**
 * Of every POM, by the rules; the name of each licence and developer, and the places of sources.
 */
private val REQUIRED =
    listOf(
        listOf("name"),
        listOf("description"),
        listOf("url"),
        listOf("licenses", "license", "name"),
        listOf("licenses", "license", "url"),
        listOf("developers", "developer", "name"),
        listOf("scm", "connection"),
        listOf("scm", "developerConnection"),
        listOf("scm", "url"),
    )

private fun jarComplaints(module: ReleaseModule): List<String> = buildList {
    addAll(
        missing(module.jar(null), "META-INF/LICENSE", "META-INF/NOTICE") { it.endsWith(".class") }
    )
    addAll(missing(module.jar("sources")) { it.endsWith(".java") || it.endsWith(".kt") })
    addAll(missing(module.jar("javadoc"), "index.html") { it.endsWith(".html") })
}

private fun missing(jar: Path, vararg entries: String, content: (String) -> Boolean): List<String> {
    if (!jar.exists()) return listOf("there is no ${jar.name}")
    val names = ZipFile(jar.toFile()).use { zip -> zip.stream().map { it.name }.toList() }
    return entries.filterNot { it in names }.map { "${jar.name} has no $it" } +
        if (names.any(content)) emptyList() else listOf("${jar.name} has nothing in it")
}

/** Signatures are for those who release; but a half-signed release is refused. */
internal fun signatureComplaints(modules: List<ReleaseModule>): List<String> {
    val files = modules.flatMap { it.files() }
    val signed = files.filter { it.name.endsWith(".asc") }.map { it.name.removeSuffix(".asc") }
    if (signed.isEmpty()) return emptyList()
    return files
        .filter { it.name.endsWith(".jar") && it.name !in signed }
        .map { "${it.name} is not signed, others are" }
}
