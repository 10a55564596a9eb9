@file:JvmName("BuildSite")

package io.github.miscope.kernel.site

import java.nio.file.Path
import kotlin.io.path.absolute
import kotlin.system.exitProcess

/**
 * Builds the documentation as a static site: the guide, the notebooks, the Markdown files, Javadoc
 * and Dokka's pages, with a search over all of them. It opens from a file system, without a network
 * and without a server.
 *
 * Arguments: the root folder of the build and the folder of the site.
 */
public fun main(arguments: Array<String>) {
    val root = Path.of(arguments[0]).absolute().normalize()
    val target = Path.of(arguments[1]).absolute().normalize()
    val apis = apisOf(root)
    val missing = apis.filterNot { it.exists }
    check(missing.isEmpty()) { "not built: ${missing.joinToString { "${it.source}" }}" }
    val site = Site(root, target, apis, coverageOf(root).filter { it.exists })
    site.write()
    val dead = deadLinks(target, site.pages.map { target.resolve(it.place) }) + site.deadEntries()
    dead.forEach { System.err.println("FAILED: $it") }
    println("${site.pages.size} pages, ${site.entries} entries of the search:")
    println(target.resolve("index.html").toUri())
    System.out.flush()
    exitProcess(if (dead.isEmpty()) 0 else 1)
}

private fun apisOf(root: Path): List<Api> =
    listOf(
        Api("core", "Java core", root.resolve("core-java/core/target/reports/apidocs")),
        Api("neural", "Java neural", root.resolve("core-java/neural/target/reports/apidocs")),
        Api("spark", "Java spark", root.resolve("core-java/spark/target/reports/apidocs")),
        Api("dsl", "Kotlin DSL", root.resolve("dsl/target/dokkaJavadoc")),
        Api(
            "jupyter",
            "Kotlin Jupyter",
            root.resolve("kernel-integration/integration/target/dokkaJavadoc"),
        ),
    )

/** Where tests have run with `-Pcoverage` before. */
private fun coverageOf(root: Path): List<Coverage> =
    listOf(
            Triple("core", "Java core", "core-java/core"),
            Triple("neural", "Java neural", "core-java/neural"),
            Triple("spark", "Java spark", "core-java/spark"),
            Triple("dsl", "Kotlin DSL", "dsl"),
            Triple("jupyter", "Kotlin Jupyter", "kernel-integration/integration"),
        )
        .map { (folder, module, at) ->
            Coverage(folder, module, root.resolve(at).resolve("target/site/jacoco"))
        }
