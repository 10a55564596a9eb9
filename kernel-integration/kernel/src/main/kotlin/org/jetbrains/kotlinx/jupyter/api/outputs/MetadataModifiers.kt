package org.jetbrains.kotlinx.jupyter.api.outputs

import org.jetbrains.kotlinx.jupyter.api.MimeTypedResultEx

/**
 * The one function of newer kernels that DataFrame 0.15 calls and kernel 0.11 lacks. It belongs on
 * the class path of the kernel, which alone defines classes of this package.
 */
public fun setIsolatedHtml(result: MimeTypedResultEx, isolated: Boolean) {
    result.isolatedHtml = isolated
}
