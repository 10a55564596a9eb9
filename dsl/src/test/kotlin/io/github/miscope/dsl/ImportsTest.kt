package io.github.miscope.dsl

import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses
import io.github.miscope.ArchitectureRules
import org.junit.jupiter.api.Test

/** Imports run one way: kernel integration, then this module, then the core. */
class ImportsTest {
    @Test
    fun `this module does not know notebooks`() {
        noClasses()
            .that()
            .resideInAPackage("io.github.miscope.dsl..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jetbrains.kotlinx.jupyter..", "io.github.miscope.jupyter..")
            .check(classes)
    }

    @Test
    fun `this module does not know clusters`() {
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.spark..", "io.github.miscope.spark..")
            .check(own)
    }

    @Test
    fun `the core knows neither Kotlin nor figures nor this module`() {
        noClasses()
            .that()
            .resideInAPackage("io.github.miscope..")
            .and()
            .resideOutsideOfPackage("io.github.miscope.dsl..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kotlin..", "org.jetbrains..", "io.github.miscope.dsl..")
            .check(classes)
    }

    @Test
    fun `this module leaves the core's internals alone`() {
        noClasses()
            .that()
            .resideInAPackage("io.github.miscope.dsl..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.github.miscope.internal..",
                "io.github.miscope.estimator.internal..",
            )
            .check(classes)
    }

    @Test
    fun `what an estimator can do is asked of it, not guessed from its class`() {
        ArchitectureRules.nobodyLooksForEstimatorsOfOtherPackages().check(own)
    }

    @Test
    fun `packages have no circles`() {
        ArchitectureRules.noCirclesOfPackages().check(own)
    }

    /** Verbs draw figures, figures show results, and results are text in the end. */
    @Test
    fun `packages run one way`() {
        val order = listOf("dsl.text", "dsl.result", "dsl.figure", "dsl")
        order.forEachIndexed { i, name ->
            val above = order.drop(i + 1).map { "io.github.miscope.$it" }
            if (above.isNotEmpty()) {
                ArchitectureRules.noDependency("io.github.miscope.$name", *above.toTypedArray())
                    .check(own)
            }
        }
    }

    private companion object {
        /** Read once for all tests. */
        val classes: JavaClasses = ArchitectureRules.classesOf("io.github.miscope")

        val own: JavaClasses = ArchitectureRules.classesOf("io.github.miscope.dsl")
    }
}
