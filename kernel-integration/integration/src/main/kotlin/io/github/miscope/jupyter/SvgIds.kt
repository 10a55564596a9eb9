package io.github.miscope.jupyter

import java.security.MessageDigest

private val ID = Regex("""\bid="([^"]+)"""")

/**
 * The drawing with ids that follow from its content. Lets-Plot draws random ones, so that a figure
 * that has not changed would still change a saved notebook; and two figures in one page must not
 * share ids.
 */
internal fun withStableIds(svg: String): String {
    val ids = ID.findAll(svg).map { it.groupValues[1] }.distinct().toList()
    if (ids.isEmpty()) return svg
    val ordinals = ids.withIndex().associate { (ordinal, id) -> id to ordinal }
    val anyOf = ids.sortedByDescending { it.length }.joinToString("|") { Regex.escape(it) }
    // A colour such as #abc is no reference; a selector of the style stands at the start of a line.
    val anyId = Regex("""(?<=\bid="|url\(#|href="#|\n#)(?:$anyOf)(?![\w-])""")
    val anonymous = anyId.replace(svg) { "${ordinals[it.value]}" }
    val digest = MessageDigest.getInstance("SHA-256").digest(anonymous.toByteArray())
    val prefix = "f" + digest.take(4).joinToString("") { "%02x".format(it) }
    return anyId.replace(svg) { "$prefix-${ordinals[it.value]}" }
}
