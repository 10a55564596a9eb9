package io.github.miscope.dsl

import java.lang.reflect.Modifier

/**
 * What can be written in a cell or a block: presets, tasks, verbs and the options of all builders.
 */
internal val dslNames: List<String> by lazy {
    val builders =
        listOf(
            SweepBuilder::class,
            EstimateBuilder::class,
            PairsBuilder::class,
            NetworkBuilder::class,
            SelectBuilder::class,
            LagBuilder::class,
            MultiInformationBuilder::class,
            EntropyBuilder::class,
            DriftBuilder::class,
            ScoreBuilder::class,
            InformationPlaneBuilder::class,
            ActivationsBuilder::class,
            BenchmarkBuilder::class,
            SweepResult::class,
            MiResult::class,
            MiMatrix::class,
            MiRank::class,
            MiReport::class,
            MiScores::class,
            EncoderQuality::class,
            NetworkResult::class,
            SelectResult::class,
            LagResult::class,
            MultiInformationResult::class,
            InformationPlane::class,
            BenchmarkResult::class,
        )
    val files = FILES.map { Class.forName("io.github.miscope.dsl.${it}Kt") }
    (files + builders.map { it.java })
        .flatMap { it.methods.toList() }
        .filter { Modifier.isPublic(it.modifiers) && it.declaringClass != Any::class.java }
        .map { kotlinName(it.name, it.returnType == Void.TYPE) }
        .filter { name -> name.all { it.isLetterOrDigit() } && name !in PLUMBING }
        .distinct()
        .sorted()
}

/** The property behind a getter. */
private fun kotlinName(method: String, isUnit: Boolean): String {
    val isGetter =
        !isUnit && method.length > 3 && method.startsWith("get") && !method[3].isLowerCase()
    if (!isGetter) return method
    val name = method.drop(3)
    // Constants such as BITS keep their case.
    return if (name.drop(1).any { it.isLowerCase() }) name.replaceFirstChar(Char::lowercaseChar)
    else name
}

private val FILES =
    listOf(
        "Arrays",
        "Autoencoders",
        "Benchmarks",
        "CustomEstimators",
        "DataFrames",
        "Drifts",
        "EncoderQuality",
        "Encoders",
        "Entropies",
        "EntropyPresets",
        "GeneralPresets",
        "InformationPlanes",
        "InteractiveFigures",
        "KnownTasks",
        "LearningCurves",
        "Maps",
        "MiLags",
        "MiNetworks",
        "MiSelections",
        "MultiInformations",
        "NetworkBuilder",
        "NeuralPresets",
        "Presets",
        "Reports",
        "Representations",
        "Runners",
        "Saving",
        "Scores",
        "Spacing",
        "Sweeps",
        "Vocabulary",
    )

private val PLUMBING = setOf("equals", "hashCode", "toString", "wait", "notify", "notifyAll")
