package io.github.miscope.jupyter

import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicReference
import kotlin.concurrent.thread
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

class StoppableTest {
    @Test
    fun `returns what the work returns and throws what it throws`() {
        assertEquals(42, stoppable { 42 })
        assertThrows(IllegalStateException::class.java) { stoppable { error("no") } }
    }

    @Test
    fun `an interrupt ends the work, shows what it had and is thrown on`() {
        val (shown, thrown) = stopWith { it.interrupt() }
        assertEquals("3 rows", shown?.getOrNull())
        assertInstanceOf(InterruptedException::class.java, thrown)
    }

    @Test
    @Suppress("DEPRECATION")
    fun `a stopped thread loses nothing`() {
        val (shown, thrown) = stopWith { it.stop() }
        assertEquals("3 rows", shown?.getOrNull())
        assertInstanceOf(ThreadDeath::class.java, thrown)
    }

    @ParameterizedTest
    @ValueSource(longs = [0, 300])
    @Suppress("DEPRECATION")
    fun `an interrupt that is followed by a stop is still in good order`(slowly: Long) {
        val (shown, thrown) =
            stopWith(slowly) {
                it.interrupt()
                Thread.sleep(100)
                it.stop()
            }
        assertEquals("3 rows", shown?.getOrNull())
        assertInstanceOf(InterruptedException::class.java, thrown)
    }

    @Test
    fun `work that does not end is left behind after the grace`() {
        val start = System.nanoTime()
        val release = CountDownLatch(1)
        val caller = thread {
            runCatching {
                stoppable(graceMillis = 200) {
                    while (release.count > 0) runCatching { release.await() }
                }
            }
        }
        Thread.sleep(100)
        caller.interrupt()
        caller.join()
        release.countDown()
        assertTrue(System.nanoTime() - start < 2_000_000_000)
    }

    private fun stopWith(
        slowly: Long = 0,
        stop: (Thread) -> Unit,
    ): Pair<Result<String>?, Throwable?> {
        val started = CountDownLatch(1)
        val shown = AtomicReference<Result<String>>()
        val thrown = AtomicReference<Throwable>()
        val caller = thread {
            try {
                stoppable(onStopped = shown::set) {
                    started.countDown()
                    try {
                        Thread.sleep(60_000)
                        "all rows"
                    } catch (_: InterruptedException) {
                        Thread.sleep(slowly)
                        "3 rows"
                    }
                }
            } catch (end: Throwable) {
                thrown.set(end)
            }
        }
        started.await()
        Thread.sleep(50)
        stop(caller)
        caller.join()
        return shown.get() to thrown.get()
    }
}
