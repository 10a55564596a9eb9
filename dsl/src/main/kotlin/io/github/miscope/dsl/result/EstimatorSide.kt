package io.github.miscope.dsl.result

import io.github.miscope.estimator.LatentEstimator
import io.github.miscope.estimator.MutualInformationEstimator
import io.github.miscope.estimator.encoded.Compressed
import io.github.miscope.estimator.encoded.CrossFitted
import io.github.miscope.estimator.encoded.Projected
import kotlin.jvm.optionals.getOrNull

/** What an estimator in a sweep sees of the task. */
internal enum class SeenAs(val label: String) {
    LATENT("latent variables"),
    COMPRESSED("compressed"),
    AS_THEY_ARE("uncompressed"),
}

/**
 * An estimator, and what it sees.
 *
 * @property label its label in the table
 * @property base the label of the estimator without regard to what it sees
 * @property encoder what compresses; null where nothing does
 */
internal class EstimatorSide(
    val label: String,
    val base: String,
    val kind: SeenAs,
    val encoder: String?,
) {
    companion object {
        fun of(estimator: MutualInformationEstimator): EstimatorSide {
            val label = estimator.toString()
            estimator.capability(LatentEstimator::class.java).getOrNull()?.let {
                return EstimatorSide(label, it.base().toString(), SeenAs.LATENT, null)
            }
            estimator.capability(CrossFitted::class.java).getOrNull()?.let {
                val encoders = "${encoders(it.compressed())} in ${it.folds()} folds"
                return compressed(label, it.compressed().base(), encoders)
            }
            estimator.capability(Compressed::class.java).getOrNull()?.let {
                return compressed(label, it.base(), encoders(it))
            }
            estimator.capability(Projected::class.java).getOrNull()?.let {
                return compressed(label, it.base(), it.encoder().toString())
            }
            return EstimatorSide(label, label, SeenAs.AS_THEY_ARE, null)
        }

        private fun encoders(of: Compressed) =
            listOf(of.encoderX(), of.encoderY()).distinct().joinToString(" and ")

        private fun compressed(label: String, base: MutualInformationEstimator, encoder: String) =
            EstimatorSide(label, base.toString(), SeenAs.COMPRESSED, encoder)
    }
}
