package io.github.miscope.kernel

import java.io.File
import org.jetbrains.kotlinx.jupyter.ReplConfig
import org.jetbrains.kotlinx.jupyter.libraries.ResourcesLibraryResolver
import org.jetbrains.kotlinx.jupyter.libraries.getDefaultClasspathResolutionInfoProvider
import org.jetbrains.kotlinx.jupyter.messaging.DisplayHandler
import org.jetbrains.kotlinx.jupyter.repl.creating.BaseReplFactory
import org.jetbrains.kotlinx.jupyter.repl.creating.MockJupyterConnection

/** A REPL that finds library descriptors on the class path, and has no sockets. */
internal class SessionReplFactory(
    private val classPath: List<File>,
    private val displays: DisplayedOutputs,
) : BaseReplFactory() {
    private val config =
        ReplConfig.create(getDefaultClasspathResolutionInfoProvider(), null, embedded = true)

    override fun provideResolutionInfoProvider() = config.resolutionInfoProvider

    /** Those of this build first: a descriptor in the user's home names jars of another one. */
    override fun provideLibraryResolver() =
        ResourcesLibraryResolver(config.libraryResolver, javaClass.classLoader)

    override fun provideMavenRepositories() = config.mavenRepositories

    override fun provideScriptClasspath() = classPath

    override fun provideConnection() = MockJupyterConnection

    override fun provideIsEmbedded() = true

    override fun provideDisplayHandler(): DisplayHandler = displays.handler { notebook }
}
