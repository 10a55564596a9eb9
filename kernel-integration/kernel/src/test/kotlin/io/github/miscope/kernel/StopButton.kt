package io.github.miscope.kernel

/** What the stop button of a notebook does to the thread of the running cell. */
enum class StopButton {
    /** Kernel 0.11, the newest that Maven Central has, calls `Thread.stop` at once. */
    KERNEL_0_11 {
        @Suppress("DEPRECATION") override fun press(cell: RunningCell) = cell.thread.stop()
    },
    /** Newer kernels interrupt the thread and stop it if it is still running 100 ms later. */
    NEWER_KERNELS {
        @Suppress("DEPRECATION")
        override fun press(cell: RunningCell) {
            cell.thread.interrupt()
            Thread.sleep(100)
            if (cell.thread.isAlive) cell.thread.stop()
        }
    };

    abstract fun press(cell: RunningCell)
}
