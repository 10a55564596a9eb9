#!/usr/bin/env kotlin
@file:DependsOn("io.github.miscope:miscope-dsl:0.1.0-SNAPSHOT")
@file:CompilerOptions("-jvm-target", "17")

import io.github.miscope.dsl.*

// Mutual information must not change when X is multiplied by a constant. Do the estimates?
val sweep = mi {
    task(correlatedGaussians(dim = 2, rho = 0.6))
    samples(500)
    trials(10)
    seed(1)
    estimators(ksgClosedBall, ksg, biKsg, ksgLocal, ksgGlobal, ksgGlobalLinf)
    scaleSweep(1e-2..1e3, points = 26)
}
println(sweep)

val results = __FILE__.absoluteFile.toPath().resolveSibling("target")
val figure = sweep.save(results.resolve("scale-sweep.png").toString())
val table = results.resolve("scale-sweep.csv")
sweep.table.writeCsv(table)
println("figure: $figure")
println("table:  $table")
