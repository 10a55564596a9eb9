package io.github.miscope.dsl

import io.github.miscope.activation.ActivationSource
import io.github.miscope.plane.PlaneInterruptedException as StoppedPlane

/**
 * Information of layers T about the inputs X and the classes Y, in the course of training:
 * `informationPlane(network.activations()) { estimators(ksg, ksgGlobalLinf) }`.
 *
 * X is uniform on the given inputs; Y is discrete. For a network without noise the true I(X;T) is
 * vacuous (the entropy of X, or infinite), whatever the network does: what estimators see then is
 * how T is spread. With [InformationPlaneBuilder.noise] there is a truth.
 *
 * @param network layers after epochs: of a network that was trained here, or [activations]
 * @param options estimators, layers, noise and so on; everything has a default
 * @return a table and figures
 * @throws IllegalArgumentException if an option does not apply; what fails for one layer and epoch
 *   becomes a row with its reason
 * @throws PlaneInterruptedException if the thread is interrupted; it carries the finished rows
 */
public fun informationPlane(
    network: ActivationSource,
    options: InformationPlaneBuilder.() -> Unit = {},
): InformationPlane = informationPlane(listOf(network), options)

/**
 * The same for several networks of one shape, such as trainings from different seeds: figures show
 * mean and standard deviation.
 */
public fun informationPlane(
    networks: List<ActivationSource>,
    options: InformationPlaneBuilder.() -> Unit = {},
): InformationPlane {
    val setup = InformationPlaneBuilder().filled(options).plan(networks)
    val plan = setup.plan()
    return MiscopeHooks.timed(
        "Information plane",
        partial = { (it as? PlaneInterruptedException)?.finished },
    ) { parts ->
        val run =
            setup.run.withProgress { now ->
                val left = now.remaining().takeUnless { it.isZero }
                parts.done(now.done().toLong(), now.total().toLong(), left)
            }
        try {
            InformationPlane(setup, plan.run(run))
        } catch (e: StoppedPlane) {
            throw PlaneInterruptedException(
                InformationPlane(setup, e.finished()),
                e.message!!,
                e.cause as InterruptedException,
            )
        }
    }
}
