package io.github.miscope.dsl

import org.jetbrains.letsPlot.intern.Feature
import org.jetbrains.letsPlot.themes.flavorDarcula

/**
 * A dark figure: `sweep.plot() + DARK`. Figures name no colours for text, grid and background, so
 * that every flavour of Lets-Plot fits; `LetsPlot.theme = DARK` makes all figures of a session
 * dark.
 */
public val DARK: Feature = flavorDarcula()
