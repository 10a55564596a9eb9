package io.github.miscope.jupyter

import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Method

/**
 * Registers [renderer] before the renderers of other libraries: calls the method
 * `registerWithoutOptimizing(renderer, priority)` of [processors], the kernel's interface, on
 * [processor].
 *
 * The type of the method's first parameter is `RendererHandler` in kernel 0.11 and
 * `RendererFieldHandler` from 0.12 on. One renderer satisfies both, but compiled code can name only
 * one of them, so the method is looked up by name.
 *
 * @return whether the kernel has such a method for this renderer
 */
internal fun registerFirst(
    processors: Class<*>,
    processor: Any,
    renderer: Any,
    priority: Int,
): Boolean {
    val register = processors.methods.firstOrNull { it.registers(renderer) } ?: return false
    try {
        register.invoke(processor, renderer, priority)
    } catch (e: InvocationTargetException) {
        throw e.targetException
    }
    return true
}

private fun Method.registers(renderer: Any): Boolean =
    name == "registerWithoutOptimizing" &&
        parameterCount == 2 &&
        parameterTypes[0].isInstance(renderer) &&
        parameterTypes[1] == Int::class.javaPrimitiveType
