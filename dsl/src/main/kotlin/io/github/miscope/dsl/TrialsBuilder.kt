package io.github.miscope.dsl

import io.github.miscope.plan.Progress
import io.github.miscope.plan.RunOptions
import io.github.miscope.sample.Seed

/** Options of plans that draw samples in trials: sweeps and benchmarks. */
@MiscopeDsl
public sealed class TrialsBuilder(private val running: RunningChoices) :
    PairEstimatorsBuilder(), RunningOptions by running {
    internal var samples: Int? = null
        private set

    internal var trials: Int? = null
        private set

    internal var seed: Seed = Seed.of(0)
        private set

    internal val run: RunOptions
        get() = running.run

    /** Samples per trial, at least 2. What holds without it, the kind of plan says. */
    public fun samples(n: Int) {
        require(n >= 2) { "samples must be >= 2: samples=$n" }
        samples = n
    }

    /** Repetitions with fresh samples, at least 1. */
    public fun trials(n: Int) {
        require(n >= 1) { "trials must be >= 1: trials=$n" }
        trials = n
    }

    /** What all samples are drawn from: equal seeds give equal tables. */
    public fun seed(seed: Long) {
        this.seed = Seed.of(seed)
    }

    /** What all samples are drawn from: equal seeds give equal tables. */
    public fun seed(seed: Int): Unit = seed(seed.toLong())

    /** Receives the progress, several times a second, on the calling thread. */
    public fun progress(listener: (Progress.Snapshot) -> Unit) {
        running.run = running.run.withProgress(listener)
    }
}
