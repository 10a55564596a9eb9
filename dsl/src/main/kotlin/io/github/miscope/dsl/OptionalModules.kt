package io.github.miscope.dsl

import io.github.miscope.estimator.TrainedEstimator
import io.github.miscope.estimator.preset.OptionalPresets
import java.util.Properties
import kotlin.jvm.optionals.getOrNull

/**
 * A preset belongs to a module that is not there. The message says what line adds it.
 *
 * @property module the module's name, such as "miscope-neural"
 */
public class MissingModuleException
internal constructor(preset: String, public val module: String) :
    IllegalStateException(missingModuleMessage(preset, module, version))

/** Looked up anew each time: a notebook may add the module in a later cell. */
internal fun neural(preset: String): TrainedEstimator =
    Use.ESTIMATOR.of(
        OptionalPresets.find(preset).getOrNull()
            ?: throw MissingModuleException(preset, "miscope-neural")
    )

private fun missingModuleMessage(preset: String, module: String, version: String): String {
    val coordinates = "io.github.miscope:$module:$version"
    return """
        |$preset is in $module, which is not there. Add it by one line:
        |  in a notebook, in a cell of its own:  %use $module
        |  in a script:  @file:DependsOn("$coordinates")
        |  with Gradle:  implementation("$coordinates")
        |  with Maven:   <dependency><groupId>io.github.miscope</groupId><artifactId>$module</artifactId><version>$version</version></dependency>
        """
        .trimMargin()
}

/** The version of this build: all its modules have the same. */
private val version: String by lazy {
    val resource =
        checkNotNull(MissingModuleException::class.java.getResource("version.properties"))
    Properties().apply { resource.openStream().use(::load) }.getProperty("version")
}
