package io.github.miscope.dsl

import io.github.miscope.sample.io.NpyArray
import io.github.miscope.sample.io.NpyFile
import io.github.miscope.sample.io.NpzFile
import java.nio.file.Path

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
            val epoch = it["epoch"]!!.value
            val number = epoch.toIntOrNull()
            requireNotNull(number) { "the epoch of $name must be <= ${Int.MAX_VALUE}: $epoch" }
            Place(number, it["layer"]!!.value)
        }

    private companion object {
        const val EPOCH = "{epoch}"
        const val LAYER = "{layer}"
    }
}

/** The array of an NPY file, or one array of an NPZ file. */
internal fun npyArray(file: Path, key: String?): NpyArray {
    if (key != null) return NpzFile.read(file, key)
    require(!"$file".endsWith(".npz")) {
        "$file holds several arrays: name one of ${few(NpzFile.names(file))}"
    }
    return NpyFile.read(file)
}
