package io.github.miscope.kernel

private const val CONFIGURATION = "logback-quiet.xml"

private const val PROPERTY = "logback.configurationFile"

/** The configuration of the log, to be kept in a file. */
internal fun quietLoggingConfiguration(): String {
    val configuration = NotebookDocument::class.java.getResource(CONFIGURATION)
    return checkNotNull(configuration) { "$CONFIGURATION is missing from the jar" }.readText()
}

/** The kernel logs each step to stderr by default. Comes before its first line of log. */
internal fun quietLogging() {
    if (System.getProperty(PROPERTY) != null) return
    System.setProperty(PROPERTY, "io/github/miscope/kernel/$CONFIGURATION")
}
