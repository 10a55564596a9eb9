package io.github.miscope.dsl

/**
 * What a value of the DSL is for. One that stands in a block by itself, as `ksg` in `mi(x, y) { ksg
 * }`, does nothing: Kotlin does not say so, and the user would get the default unawares.
 *
 * @property option the option that takes such values
 */
internal enum class Use(val option: String) {
    TASK("task(..)"),
    SUITE("suite(..)"),
    ESTIMATOR("estimator(..)"),
    ENTROPY("estimator(..)"),
    UNIT("unit(..)"),
    MISSING("missing(..)"),
    ADJUSTMENT("adjust(..)"),
    CRITERION("by(..)"),
    SWEPT("the sweep that it is for, such as scaleSweep(..),");

    /** Remembers that this value was made, or named, in the block that runs on this thread. */
    fun <T : Any> of(value: T): T {
        blocks.get()?.made?.put(this, value)
        return value
    }

    /** Remembers that an option has taken a value of this kind. */
    fun take() {
        blocks.get()?.taken?.add(this)
    }
}

private class Block(val outer: Block?) {
    val made = mutableMapOf<Use, Any>()
    val taken = mutableSetOf<Use>()
}

private val blocks = ThreadLocal<Block?>()

/**
 * Runs the block of a builder.
 *
 * @param uses what kinds of values its options take
 * @throws IllegalArgumentException if a value of such a kind stands in the block and no option
 *   takes one
 */
internal fun <B : Any> B.filledBy(options: B.() -> Unit, vararg uses: Use): B {
    val block = Block(blocks.get())
    blocks.set(block)
    try {
        options()
    } finally {
        blocks.set(block.outer)
    }
    for (use in uses) {
        val value = block.made[use] ?: continue
        require(use in block.taken) {
            "$value stands in the block, but no option takes it: write ${use.option} around it"
        }
    }
    return this
}
