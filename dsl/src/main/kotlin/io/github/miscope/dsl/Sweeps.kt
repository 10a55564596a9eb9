package io.github.miscope.dsl

import io.github.miscope.dsl.result.SweepData
import io.github.miscope.estimator.InformationUnit
import io.github.miscope.sweep.Sweep
import io.github.miscope.sweep.SweepInterruptedException
import io.github.miscope.sweep.SweepTable

/**
 * Describes a sweep and runs it: `mi { estimator(ksgGlobalLinf); scaleSweep(1e-2..1e3) }`.
 *
 * @param options what to sweep; everything has a default, see [SweepBuilder]
 * @return the rows, as a table and as figures
 * @throws IllegalArgumentException if an option is out of range or does not apply; the message
 *   names it
 * @throws SweepInterruptedException if the thread is interrupted; it carries the finished rows
 */
public fun mi(options: SweepBuilder.() -> Unit): SweepResult =
    SweepBuilder().filled(options).job().let { MiscopeHooks.host?.run(it) ?: it.run() }

/**
 * Describes a sweep without running it. What is about running and showing (threads, progress,
 * checkpoint, unit) is not part of the plan.
 *
 * @param options what to sweep; everything has a default, see [SweepBuilder]
 * @return the plan; `run()` gives its table, which [toResult] makes into figures
 * @throws IllegalArgumentException if an option is out of range or does not apply
 */
public fun sweep(options: SweepBuilder.() -> Unit): Sweep =
    SweepBuilder().filled(options).job().sweep

/** The figures and frames of a table that the core has made. */
public fun SweepTable.toResult(unit: InformationUnit = NATS): SweepResult =
    SweepResult(SweepData(this, unit, null, 0, emptyList()))
