package io.github.miscope.dsl

import io.github.miscope.activation.ActivationSource
import io.github.miscope.activation.EpochScores
import io.github.miscope.sample.Variable
import io.github.miscope.sample.io.NpzFile
import java.nio.file.Path
import java.util.Optional

/**
 * Layers of a network that was trained elsewhere, for [informationPlane] and the figures of
 * clustering: `activations("run 3") { inputs(x); labels(y); npz("run3.npz", "epoch{epoch}/{layer}")
 * }`.
 *
 * @param name what was trained, in a word or two: for titles
 * @param values inputs, classes, the values of layers by epoch, and what else is known
 * @throws IllegalArgumentException if inputs or layers are missing, a layer is missing after some
 *   epoch, or numbers of rows differ
 */
public fun activations(name: String, values: ActivationsBuilder.() -> Unit): ActivationSource =
    ActivationsBuilder(name).apply(values).build()

/** The values of [activations]. */
@MiscopeDsl
public class ActivationsBuilder internal constructor(private val name: String) {
    private var inputs: Variable? = null
    private var labels: Variable? = null
    private val layers = mutableMapOf<String, MutableMap<Int, LayerValues>>()
    private val scores = mutableMapOf<Int, EpochScores>()

    /** The inputs X: n rows. */
    public fun inputs(rows: Array<DoubleArray>) {
        inputs = side("x", rows).toVariable(null)
    }

    /** The inputs X: a variable of the core. */
    public fun inputs(x: Variable) {
        inputs = x
    }

    /**
     * The inputs X, from an NPY file: n rows, of any shape and any kind of number.
     *
     * @param file a `.npy` file
     * @param key the name of an array, for an `.npz` file
     * @throws java.io.IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no such file, is damaged, or does not hold n rows
     *   of finite numbers
     */
    public fun inputs(file: String, key: String? = null) {
        inputs = npyArray(Path.of(file), key).toVariable("x")
    }

    /** The classes Y: n numbers, of which only equality counts. */
    public fun labels(classes: IntArray) {
        labels = Variable.discrete("y", *classes)
    }

    /** The classes Y: n names. */
    public fun labels(classes: List<*>) {
        labels = Variable.discrete("y", classes)
    }

    /**
     * The classes Y, from an NPY file of n whole numbers, of which only equality counts.
     *
     * @param file a `.npy` file
     * @param key the name of an array, for an `.npz` file
     * @throws java.io.IOException if the file cannot be read
     * @throws IllegalArgumentException if it is no such file, is damaged, or does not hold n whole
     *   numbers
     */
    public fun labels(file: String, key: String? = null) {
        labels = npyArray(Path.of(file), key).toClasses("y")
    }

    /**
     * The values of a layer after an epoch: n rows, in the order of the inputs.
     *
     * @throws IllegalArgumentException if epoch < 0, or there are values for it already
     */
    public fun layer(epoch: Int, layer: String, rows: Array<DoubleArray>): Unit =
        add(epoch, layer, LayerValues.OfRows(rows))

    /** The values of a layer, called "layer 1" and so on, after an epoch. */
    public fun layer(epoch: Int, layer: Int, rows: Array<DoubleArray>): Unit =
        layer(epoch, "$layer", rows)

    /** The values of a layer after an epoch: a variable of the core. */
    public fun layer(epoch: Int, layer: String, values: Variable): Unit =
        add(epoch, layer, LayerValues.Given(values))

    /**
     * The values of layers from all NPY files of a folder whose names follow a pattern. They are
     * read when they are needed.
     *
     * @param folder where the files are
     * @param pattern a file's name with `{epoch}` and `{layer}`, such as
     *   `epoch{epoch}-{layer}.npy`; each holds n rows, of any shape
     * @throws IllegalArgumentException if the pattern lacks one of the two, there is no such
     *   folder, or no file follows the pattern; later, if a file is damaged, or does not hold n
     *   rows of finite numbers
     */
    public fun npy(folder: String, pattern: String) {
        val wanted = EpochPattern(pattern)
        val path = Path.of(folder)
        val files =
            requireNotNull(path.toFile().list()?.sorted()) {
                "folder must be a folder that can be read: folder=$folder"
            }
        val found = files.mapNotNull { file -> wanted.match(file)?.let { file to it } }
        require(found.isNotEmpty()) {
            "no file of $path is called as $pattern: ${files.size} files, " + few(files)
        }
        found.forEach { (file, place) ->
            val values = LayerValues.OfFile("${path.resolve(file)}", null)
            add(place.epoch, place.layer, values)
        }
    }

    /**
     * The values of layers from all arrays of an NPZ file whose names follow a pattern. They are
     * read when they are needed.
     *
     * @param file an `.npz` file
     * @param pattern an array's name with `{epoch}` and `{layer}`, such as `epoch{epoch}/{layer}`;
     *   each has n rows, of any shape
     * @throws java.io.IOException if the file cannot be read
     * @throws IllegalArgumentException if the pattern lacks one of the two, the file is no archive,
     *   or no array follows the pattern; later, if an array is damaged, or does not hold n rows of
     *   finite numbers
     */
    public fun npz(file: String, pattern: String) {
        val wanted = EpochPattern(pattern)
        val path = Path.of(file)
        val keys = NpzFile.names(path)
        val found = keys.mapNotNull { key -> wanted.match(key)?.let { key to it } }
        require(found.isNotEmpty()) {
            "no array of $file is called as $pattern: ${keys.size} arrays, " + few(keys)
        }
        found.forEach { (key, place) ->
            add(place.epoch, place.layer, LayerValues.OfFile("$path", key))
        }
    }

    /** Loss and accuracy after an epoch; NaN for what is not known. */
    public fun scores(
        epoch: Int,
        trainingLoss: Double = Double.NaN,
        testLoss: Double = Double.NaN,
        trainingAccuracy: Double = Double.NaN,
        testAccuracy: Double = Double.NaN,
    ) {
        scores[epoch] = EpochScores(trainingLoss, testLoss, trainingAccuracy, testAccuracy)
    }

    private fun add(epoch: Int, layer: String, values: LayerValues) {
        require(epoch >= 0) { "epoch must be >= 0: epoch=$epoch" }
        require(layer.isNotBlank()) { "layer must have a name: layer=\"$layer\"" }
        val before = layers.getOrPut(layer) { mutableMapOf() }.put(epoch, values)
        require(before == null) { "${shown(layer)} has values of epoch $epoch twice" }
    }

    internal fun build(): ActivationSource {
        val x = requireNotNull(inputs) { "inputs(..) are missing: there is no X" }
        require(layers.isNotEmpty()) { "layers are missing: say layer(..), npy(..) or npz(..)" }
        refuseEqualNames(layers.keys)
        val epochs = layers.values.flatMap { it.keys }.distinct().sorted()
        layers.forEach { (layer, byEpoch) ->
            val missing = epochs - byEpoch.keys
            require(missing.isEmpty()) {
                "${shown(layer)} has no values of epoch ${missing.first()}, which others have"
            }
        }
        labels?.let {
            require(it.n() == x.n()) {
                "there must be a class for each input: labels=${it.n()}, inputs=${x.n()}"
            }
        }
        return GivenActivations(name, x, labels, ordered(), epochs, scores.toMap())
    }

    /** Numbered layers by their numbers; others in the order in which they came. */
    private fun ordered(): List<Pair<String, Map<Int, LayerValues>>> {
        val all = layers.map { (layer, byEpoch) -> layer to byEpoch.toMap() }
        return if (all.all { it.first.toIntOrNull() != null }) all.sortedBy { it.first.toInt() }
        else all
    }
}

/** The values of a layer after an epoch: data and not code, so that a cluster can be sent them. */
private sealed interface LayerValues {
    fun read(): Variable

    class OfRows(private val rows: Array<DoubleArray>) : LayerValues {
        override fun read() = side("t", rows).toVariable(null)
    }

    class Given(private val values: Variable) : LayerValues {
        override fun read() = values
    }

    class OfFile(private val file: String, private val key: String?) : LayerValues {
        override fun read() = npyArray(Path.of(file), key).toVariable("t")
    }
}

private class GivenActivations(
    private val name: String,
    private val inputs: Variable,
    private val labels: Variable?,
    layers: List<Pair<String, Map<Int, LayerValues>>>,
    private val epochs: List<Int>,
    private val scores: Map<Int, EpochScores>,
) : ActivationSource {
    private val byNumber = numbered(layers)

    override fun name() = name

    override fun epochs() = epochs

    override fun layers() = byNumber.keys.toList()

    override fun layerName(layer: Int) = shown(get(layer).first)

    override fun inputs() = inputs

    override fun labels() = Optional.ofNullable(labels)

    override fun activations(epoch: Int, layer: Int): Variable {
        val values =
            requireNotNull(get(layer).second[epoch]) {
                "there are no values of epoch $epoch, only of $epochs"
            }
        val t = values.read()
        require(t.n() == inputs.n()) {
            "${layerName(layer)} of epoch $epoch has ${t.n()} rows but there are ${inputs.n()} inputs"
        }
        return t
    }

    override fun scores(epoch: Int) = scores[epoch] ?: EpochScores.unknown()

    private fun get(layer: Int) =
        requireNotNull(byNumber[layer]) { "there is no layer $layer, only ${layers()}" }
}

/** Layers that have numbers keep them; others take, in their order, those that are free. */
private fun <T> numbered(layers: List<Pair<String, T>>): Map<Int, Pair<String, T>> {
    val taken = layers.mapNotNull { it.first.toIntOrNull() }.toSet()
    val free = generateSequence(1) { it + 1 }.filter { it !in taken }.iterator()
    return layers.associateBy { it.first.toIntOrNull() ?: free.next() }
}

/** "1" and "01" are one number, "1" and "layer 1" one name: one would stand for both. */
private fun refuseEqualNames(layers: Collection<String>) {
    layers
        .groupBy { it.toIntOrNull()?.let { number -> "layer $number" } ?: it }
        .values
        .firstOrNull { it.size > 1 }
        ?.let { equal ->
            throw IllegalArgumentException(
                "layers ${equal.joinToString(" and ") { quoted(it) }} have one name: give them " +
                    "names that differ"
            )
        }
}

private fun shown(layer: String) = if (layer.toIntOrNull() != null) "layer $layer" else layer

internal fun few(names: List<String>) =
    names.take(FEW).joinToString { quoted(it) } + if (names.size > FEW) ", ..." else ""

private const val FEW = 5
