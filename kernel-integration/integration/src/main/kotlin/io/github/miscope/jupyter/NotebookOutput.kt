package io.github.miscope.jupyter

import org.jetbrains.kotlinx.jupyter.api.KotlinKernelHost

/**
 * Where output goes that does not wait for the end of its cell. May be used from any thread while a
 * cell runs.
 */
public interface NotebookOutput {
    /** Displays [value] in the cell that runs now, under [id]. */
    public fun display(value: Any, id: String?)

    /** Replaces what was displayed under [id]. */
    public fun update(value: Any, id: String)

    /** The notebook that this JVM serves. */
    public companion object {
        @Volatile private var attached: NotebookOutput? = null

        /** The running notebook, or null outside a notebook. */
        public val current: NotebookOutput?
            get() = attached

        internal fun attach(host: KotlinKernelHost) {
            attached = KernelOutput(host)
        }
    }
}

/** One message at a time: the sweep's thread and the cell's may both display. */
private class KernelOutput(private val host: KotlinKernelHost) : NotebookOutput {
    @Synchronized override fun display(value: Any, id: String?) = host.display(value, id)

    @Synchronized override fun update(value: Any, id: String) = host.updateDisplay(value, id)
}
