package io.github.miscope.jupyter

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** On interfaces that have the shape of the kernels' own, before and after 0.12. */
class PriorityRenderersTest {
    interface RendererHandler

    interface RendererFieldHandler

    /** As the kernels' renderers of values: all are handlers of both kinds. */
    class Renderer : RendererHandler, RendererFieldHandler

    interface Processor0Dot11 {
        fun registerWithoutOptimizing(renderer: RendererHandler)

        fun registerWithoutOptimizing(renderer: RendererHandler, priority: Int)

        fun unregister(renderer: RendererHandler)
    }

    interface Processor0Dot12 {
        fun registerWithoutOptimizing(renderer: RendererFieldHandler, priority: Int)

        fun registerWithoutOptimizing(renderer: RendererFieldHandler)

        fun unregister(renderer: RendererFieldHandler)
    }

    private val registered = mutableListOf<Pair<Any, Int>>()

    /** Private, as the kernels' implementations may be. */
    private inner class Old : Processor0Dot11 {
        override fun registerWithoutOptimizing(renderer: RendererHandler) = error("no priority")

        override fun registerWithoutOptimizing(renderer: RendererHandler, priority: Int) {
            registered += renderer to priority
        }

        override fun unregister(renderer: RendererHandler) = error("unregistered")
    }

    private inner class New : Processor0Dot12 {
        override fun registerWithoutOptimizing(renderer: RendererFieldHandler) =
            error("no priority")

        override fun registerWithoutOptimizing(renderer: RendererFieldHandler, priority: Int) {
            registered += renderer to priority
        }

        override fun unregister(renderer: RendererFieldHandler) = error("unregistered")
    }

    @Test
    fun `kernel 0_11 takes renderers with a priority`() {
        val renderer = Renderer()
        assertTrue(registerFirst(Processor0Dot11::class.java, Old(), renderer, 7))
        assertEquals(listOf<Pair<Any, Int>>(renderer to 7), registered)
    }

    @Test
    fun `kernels from 0_12 on take the same renderers`() {
        val renderer = Renderer()
        assertTrue(registerFirst(Processor0Dot12::class.java, New(), renderer, 7))
        assertEquals(listOf<Pair<Any, Int>>(renderer to 7), registered)
    }

    @Test
    fun `a kernel without such a method is no error`() {
        assertFalse(registerFirst(Runnable::class.java, Runnable {}, Renderer(), 7))
    }

    @Test
    fun `an exception of the kernel is thrown on as it is`() {
        val full =
            object : Processor0Dot11 by Old() {
                override fun registerWithoutOptimizing(renderer: RendererHandler, priority: Int) =
                    throw IllegalStateException("full")
            }
        val thrown =
            assertThrows(IllegalStateException::class.java) {
                registerFirst(Processor0Dot11::class.java, full, Renderer(), 7)
            }
        assertEquals("full", thrown.message)
    }
}
