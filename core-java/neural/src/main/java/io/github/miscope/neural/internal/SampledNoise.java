package io.github.miscope.neural.internal;

import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.sample.Seed;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * Noise of samples that are propagated: several draws for each input, a function of the input and
 * not of those beside it. Rows are repeated where the first noise is met, so that what is below is
 * computed once.
 */
final class SampledNoise implements Forward.Disturber {

  private final ZigguratSampler.NormalizedGaussian[] generators;
  private final int draws;
  private boolean repeated;

  /**
   * Noise for following inputs.
   *
   * @param part which portion of the draws of an input
   */
  SampledNoise(Seed seed, int firstInput, int inputs, int draws, int part) {
    generators = new ZigguratSampler.NormalizedGaussian[inputs];
    for (int i = 0; i < inputs; i++) {
      Seed own = seed.derive("input", firstInput + i).derive("part", part);
      generators[i] = ZigguratSampler.NormalizedGaussian.of(own.generator());
    }
    this.draws = draws;
  }

  @Override
  public Tensor apply(Perturbation perturbation, Tensor values) {
    if (perturbation instanceof Perturbation.Noise noise) {
      Tensor rows = repeat(values);
      return rows.add(draws(rows, 0, noise.beta()));
    }
    if (perturbation instanceof Perturbation.RelativeNoise noise) {
      Tensor rows = repeat(values);
      return rows.mul(draws(rows, 1, noise.ratio()));
    }
    return values; // Dropout acts in training only.
  }

  /** Normal draws in the shape of rows, a function of the inputs. */
  private Tensor draws(Tensor rows, double mean, double deviation) {
    float[] z = new float[Math.toIntExact(rows.numel())];
    int each = z.length / generators.length;
    for (int i = 0; i < generators.length; i++) {
      for (int v = i * each; v < (i + 1) * each; v++) {
        z[v] = (float) (mean + deviation * generators[i].sample());
      }
    }
    return Tensors.of(z, z.length).view_as(rows);
  }

  /** As many rows for each input as there are draws, if not done yet. */
  Tensor repeat(Tensor values) {
    if (repeated || draws == 1) {
      return values;
    }
    repeated = true;
    return values.repeat_interleave(draws, new LongOptional(0), new LongOptional());
  }
}
