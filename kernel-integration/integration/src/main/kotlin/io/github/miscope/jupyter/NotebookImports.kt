package io.github.miscope.jupyter

/**
 * What a cell sees after `%use miscope`. A package named here must exist: an import that does not
 * resolve breaks every cell.
 */
public val notebookImports: List<String> =
    listOf(
        "io.github.miscope.benchmark.*",
        "io.github.miscope.dsl.*",
        "io.github.miscope.encoder.*",
        "io.github.miscope.estimator.*",
        "io.github.miscope.estimator.auto.*",
        "io.github.miscope.estimator.conditional.*",
        "io.github.miscope.estimator.density.*",
        "io.github.miscope.estimator.discrete.*",
        "io.github.miscope.estimator.encoded.*",
        "io.github.miscope.estimator.entropy.*",
        "io.github.miscope.estimator.gaussian.*",
        "io.github.miscope.estimator.mixed.*",
        "io.github.miscope.estimator.neighbour.*",
        "io.github.miscope.estimator.program.*",
        "io.github.miscope.estimator.propagation.*",
        "io.github.miscope.estimator.scale.*",
        "io.github.miscope.inference.*",
        "io.github.miscope.jupyter.*",
        "io.github.miscope.activation.*",
        "io.github.miscope.sample.*",
        "io.github.miscope.scaling.*",
        "io.github.miscope.score.*",
        "io.github.miscope.sweep.*",
        "io.github.miscope.task.*",
        "org.jetbrains.kotlinx.dataframe.*",
        "org.jetbrains.kotlinx.dataframe.api.*",
        "org.jetbrains.kotlinx.dataframe.io.*",
        "org.jetbrains.kotlinx.dataframe.columns.*",
        "org.jetbrains.letsPlot.*",
        "org.jetbrains.letsPlot.bistro.corr.*",
        "org.jetbrains.letsPlot.coord.*",
        "org.jetbrains.letsPlot.facet.*",
        "org.jetbrains.letsPlot.geom.*",
        "org.jetbrains.letsPlot.label.*",
        "org.jetbrains.letsPlot.pos.*",
        "org.jetbrains.letsPlot.sampling.*",
        "org.jetbrains.letsPlot.scale.*",
        "org.jetbrains.letsPlot.stat.*",
        "org.jetbrains.letsPlot.themes.*",
    )
