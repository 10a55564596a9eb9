package io.github.miscope.dsl

import java.nio.file.Files
import java.nio.file.Path
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.dataframe.io.readCSV

/** The data set that the notebooks use. */
@Suppress("DEPRECATION") // dataframe-csv is a jar of its own; the core's reader will do here.
internal fun penguins(): DataFrame<*> {
    val file =
        listOf("../notebooks/data/penguins.csv", "notebooks/data/penguins.csv")
            .map(Path::of)
            .first(Files::exists)
    return DataFrame.readCSV(file.toFile())
}
