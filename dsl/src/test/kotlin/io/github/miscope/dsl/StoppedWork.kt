package io.github.miscope.dsl

import java.util.concurrent.CancellationException
import org.junit.jupiter.api.Assertions.assertThrows

/** What work threw when it was interrupted, and what its host showed of it. */
internal class StoppedWork<E>(val stop: E, val shown: Any?)

/**
 * Interrupts work.
 *
 * @param stop what it must throw
 * @param parts so many are done before the interrupt
 * @param title how the title of that work begins; other work is left alone
 */
internal fun <E : CancellationException> stopped(
    stop: Class<E>,
    parts: Long,
    title: String = "",
    work: () -> Unit,
): StoppedWork<E> {
    var shown: Any? = null
    MiscopeHooks.host =
        object : MiscopeHost {
            override fun run(job: SweepJob): SweepResult = job.run()

            override fun <T> run(work: LongWork<T>): T =
                try {
                    work.run { done, _ ->
                        if (done >= parts && work.title.startsWith(title)) {
                            Thread.currentThread().interrupt()
                        }
                    }
                } catch (e: CancellationException) {
                    shown = work.partial(e)
                    throw e
                }
        }
    try {
        return StoppedWork(assertThrows(stop, work), shown)
    } finally {
        MiscopeHooks.host = null
    }
}
