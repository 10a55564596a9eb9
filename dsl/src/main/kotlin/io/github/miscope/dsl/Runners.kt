package io.github.miscope.dsl

import io.github.miscope.plan.CellRunner
import io.github.miscope.plan.OptionalRunners
import java.util.Optional
import kotlin.jvm.optionals.getOrNull

/**
 * Apache Spark as the place where cells are worked on: `mi { ...; on(spark("local[*]")) }`. It
 * changes no number. Needs miscope-spark, in which `Spark` has more options.
 *
 * @param master as Spark names it: `local[*]`, `spark://host:7077`, `yarn`, `k8s://https://host`
 * @param checkpoint a folder that all machines reach, such as `hdfs://host/folder`, which keeps
 *   finished rows; a later run of the same plan goes on from there, even if this one was killed
 * @param options options of Spark by name, such as `"spark.executor.memory" to "4g"`
 * @return for `on`
 * @throws MissingModuleException if miscope-spark is not there
 * @throws IllegalArgumentException if the master or the folder is empty, or an option is not one of
 *   Spark
 */
public fun spark(
    master: String = "local[*]",
    checkpoint: String? = null,
    options: Map<String, String> = emptyMap(),
): CellRunner =
    (OptionalRunners.find("spark").getOrNull()
            ?: throw MissingModuleException("spark", "miscope-spark"))
        .runner(master, options, Optional.ofNullable(checkpoint))
