package io.github.miscope.dsl

import io.github.miscope.plan.CellRunner
import io.github.miscope.plan.RunOptions
import java.nio.file.Path

/** Where the cells of a plan are worked on. */
@MiscopeDsl
public sealed interface PlaceOptions {
    /**
     * Where cells are worked on: threads of this process by default, or a cluster, as
     * `on(spark("spark://host:7077"))`. It changes no number.
     */
    public fun on(runner: CellRunner)
}

/** How a plan is run: nothing here changes a number. */
@MiscopeDsl
public sealed interface RunningOptions : PlaceOptions {
    /**
     * Cells that are worked on at the same time, at least 1: one per processor if not given.
     *
     * @throws IllegalArgumentException if n < 1
     */
    public fun threads(n: Int)

    /**
     * Keeps finished cells in a file, from which a later run of the same plan goes on, even if this
     * one was killed.
     *
     * @param file made if it does not exist
     */
    public fun checkpoint(file: Path)

    /** Keeps finished cells in a file, as [checkpoint] of a path. */
    public fun checkpoint(file: String): Unit = checkpoint(Path.of(file))
}

internal class RunningChoices : RunningOptions {
    var run: RunOptions = RunOptions.withDefaults()

    override fun on(runner: CellRunner) {
        run = run.withRunner(runner)
    }

    override fun threads(n: Int) {
        run = run.withThreads(n)
    }

    override fun checkpoint(file: Path) {
        run = run.withCheckpoint(file)
    }

    /** The run, which reports its progress. */
    fun options(parts: Parts): RunOptions = run.reportingTo(parts)
}

internal class PlaceChoice : PlaceOptions {
    var runner: CellRunner? = null

    override fun on(runner: CellRunner) {
        this.runner = runner
    }

    /** A run at that place which reports its progress. */
    fun options(parts: Parts): RunOptions {
        val here = RunOptions.withDefaults()
        return (runner?.let { here.withRunner(it) } ?: here).reportingTo(parts)
    }
}

internal fun RunOptions.reportingTo(parts: Parts): RunOptions = withProgress { now ->
    val left = now.remaining().takeUnless { it.isZero }
    parts.done(now.done().toLong(), now.total().toLong(), left)
}
