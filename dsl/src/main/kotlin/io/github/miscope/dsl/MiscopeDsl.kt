package io.github.miscope.dsl

/**
 * Marks the builders of the DSL: inside one, the options of an outer one need a name to be used.
 */
@DslMarker @Target(AnnotationTarget.CLASS) public annotation class MiscopeDsl
