package io.github.miscope.dsl

import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses
import io.github.miscope.estimator.ConditionalMutualInformationEstimator
import io.github.miscope.estimator.EntropyEstimator
import io.github.miscope.estimator.MutualInformationEstimator
import org.junit.jupiter.api.Assertions.assertEquals
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
        val guesses =
            classes
                .filter { it.packageName.startsWith("io.github.miscope.dsl") }
                .flatMap { it.instanceofChecks }
                .filter { check ->
                    !check.rawType.isInterface &&
                        estimators.any { check.rawType.isAssignableTo(it) } &&
                        !check.rawType.packageName.startsWith("io.github.miscope.dsl")
                }
        assertEquals(emptyList<Any>(), guesses.map { "${it.owner.fullName}: ${it.rawType.name}" })
    }

    private companion object {
        val estimators =
            listOf(
                MutualInformationEstimator::class.java,
                ConditionalMutualInformationEstimator::class.java,
                EntropyEstimator::class.java,
            )

        /** Read once for all tests. */
        val classes: JavaClasses =
            ClassFileImporter()
                .withImportOption(ImportOption.DoNotIncludeTests())
                .importPackages("io.github.miscope")
    }
}
