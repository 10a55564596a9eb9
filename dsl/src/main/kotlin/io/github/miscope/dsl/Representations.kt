package io.github.miscope.dsl

import io.github.miscope.sample.Variable
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import kotlin.io.path.absolute
import org.jetbrains.kotlinx.dataframe.DataFrame
import org.jetbrains.kotlinx.multik.ndarray.data.Dimension
import org.jetbrains.kotlinx.multik.ndarray.data.MultiArray

/**
 * What an encoder makes of n observations: n rows of numbers. See [representation] and [miScore].
 */
public class Representation internal constructor(private val values: (name: String) -> Variable) {
    internal fun variable(name: String): Variable {
        require(name.isNotBlank()) { "a representation must have a name: name=${quoted(name)}" }
        return values(name)
    }
}

/** A representation by rows: one of equal length for each observation. */
public fun representation(rows: Array<DoubleArray>): Representation = Representation {
    side(it, rows).complete()
}

/** A representation by a frame: a row for each observation, and columns of numbers only. */
public fun representation(frame: DataFrame<*>): Representation = Representation { name ->
    Side(name, frame.columns().map { it.toNamed(it.name()) }).complete()
}

/** A representation by an array of Multik: n values, or n rows. */
public fun representation(array: MultiArray<out Number, out Dimension>): Representation =
    Representation {
        side(it, array).complete()
    }

/** A representation by a variable of the core. */
public fun representation(variable: Variable): Representation = Representation { name ->
    Variable.ofColumns(name, *variable.columns())
}

/**
 * A representation from an NPY file: n rows, of any shape and any kind of number. It is read when
 * it is needed.
 *
 * @param file a `.npy` file
 * @param key the name of an array, for an `.npz` file
 * @throws java.io.IOException when it is needed, if the file cannot be read
 * @throws IllegalArgumentException when it is needed, if there is no such file, it is no NPY file,
 *   is damaged, or does not hold n rows of finite numbers
 */
public fun representation(file: String, key: String? = null): Representation =
    representation(Path.of(file), key)

/** A representation from an NPY file, or an array of an NPZ file, by its path. */
public fun representation(file: Path, key: String? = null): Representation =
    Representation { name ->
        try {
            npyArray(file, key).toVariable(name)
        } catch (e: NoSuchFileException) {
            throw IllegalArgumentException(
                "${quoted(name)}: there is no file ${file.absolute()}",
                e,
            )
        }
    }

private fun Side.complete(): Variable {
    val gaps = columns.filter { it.missing > 0 }
    require(gaps.isEmpty()) {
        "values are missing (null or NaN) in ${gaps.size} of ${columns.size} columns of " +
            "${quoted(name)}: a representation has a number for each observation"
    }
    columns
        .firstOrNull { it.levels != null }
        ?.let {
            throw IllegalArgumentException(
                "column ${quoted(it.name)} of ${quoted(name)} holds no numbers: leave it out"
            )
        }
    return toVariable(null)
}
