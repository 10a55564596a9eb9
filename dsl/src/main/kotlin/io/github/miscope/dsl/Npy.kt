package io.github.miscope.dsl

import io.github.miscope.sample.Variable
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import kotlin.io.path.exists
import org.jetbrains.bio.npy.NpyArray
import org.jetbrains.bio.npy.NpyFile
import org.jetbrains.bio.npy.NpzFile

/** A name with `{epoch}`, a whole number, and `{layer}`, any text without a slash. */
internal class EpochPattern(private val pattern: String) {
    class Place(val epoch: Int, val layer: String)

    private val regex: Regex

    init {
        listOf(EPOCH, LAYER).forEach {
            require(pattern.split(it).size == 2) { "pattern must have one $it: pattern=$pattern" }
        }
        val parts = pattern.split(EPOCH, LAYER).map { Regex.escape(it) }
        val epochFirst = pattern.indexOf(EPOCH) < pattern.indexOf(LAYER)
        val groups = listOf("(?<epoch>\\d+)", "(?<layer>[^/]+?)")
        val (one, two) = if (epochFirst) groups else groups.reversed()
        regex = Regex("${parts[0]}$one${parts[1]}$two${parts[2]}")
    }

    fun match(name: String): Place? =
        regex.matchEntire(name)?.groups?.let {
            Place(it["epoch"]!!.value.toInt(), it["layer"]!!.value)
        }

    private companion object {
        const val EPOCH = "{epoch}"
        const val LAYER = "{layer}"
    }
}

/** The array of an NPY file, or one array of an NPZ file. */
internal fun npyArray(file: Path, key: String?): NpyArray {
    if (!file.exists()) throw NoSuchFileException("$file")
    if (key == null) {
        require(!"$file".endsWith(".npz")) {
            "$file holds several arrays: name one of ${npzKeys(file).joinToString { "\"$it\"" }}"
        }
        return NpyFile.read(file)
    }
    return NpzFile.read(file).use { npz ->
        require(key in npz.introspect().map { it.name }) {
            "$file has no array \"$key\", only ${npzKeys(file).joinToString { "\"$it\"" }}"
        }
        npz[key]
    }
}

internal fun npzKeys(file: Path): List<String> {
    if (!file.exists()) throw NoSuchFileException("$file")
    return NpzFile.read(file).use { npz -> npz.introspect().map { it.name } }
}

/** n rows of whatever shape, in the order of C, as columns. */
internal fun npyVariable(name: String, array: NpyArray, from: String): Variable {
    require(array.shape.isNotEmpty() && array.shape[0] >= 2) {
        "$from must have at least 2 rows: shape=${array.shape.toList()}"
    }
    val n = array.shape[0]
    val values = array.numbers(from)
    val d = values.size / n
    return Variable.ofColumns(name, *Array(d) { j -> DoubleArray(n) { i -> values[i * d + j] } })
}

/** n whole numbers. */
internal fun npyLabels(name: String, array: NpyArray, from: String): Variable {
    val values = array.numbers(from)
    require(array.shape.isNotEmpty() && values.size == array.shape[0]) {
        "$from must have one class for each row: shape=${array.shape.toList()}"
    }
    values.forEachIndexed { i, value ->
        require(value == Math.rint(value)) { "$from[$i] must be a whole number: $value" }
    }
    return Variable.discrete(name, *IntArray(values.size) { values[it].toInt() })
}

private fun NpyArray.numbers(from: String): DoubleArray =
    when (val all = data) {
        is DoubleArray -> all
        is FloatArray -> DoubleArray(all.size) { all[it].toDouble() }
        is LongArray -> DoubleArray(all.size) { all[it].toDouble() }
        is IntArray -> DoubleArray(all.size) { all[it].toDouble() }
        is ShortArray -> DoubleArray(all.size) { all[it].toDouble() }
        is ByteArray -> DoubleArray(all.size) { all[it].toDouble() }
        is BooleanArray -> DoubleArray(all.size) { if (all[it]) 1.0 else 0.0 }
        else ->
            throw IllegalArgumentException("$from must have numbers: ${all.javaClass.simpleName}")
    }
