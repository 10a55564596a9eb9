package io.github.miscope.neural.internal;

import io.github.miscope.neural.layer.Perturbation;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.bytedeco.pytorch.Tensor;

/** Noise and dropout of training steps, drawn one after the other from one generator. */
final class TrainingNoise implements Forward.Disturber {

  private final UniformRandomProvider random;
  private final ZigguratSampler.NormalizedGaussian gaussian;

  TrainingNoise(UniformRandomProvider random) {
    this.random = random;
    this.gaussian = ZigguratSampler.NormalizedGaussian.of(random);
  }

  @Override
  public Tensor apply(Perturbation perturbation, Tensor values) {
    if (perturbation instanceof Perturbation.Noise noise) {
      float[] z = new float[Math.toIntExact(values.numel())];
      for (int i = 0; i < z.length; i++) {
        z[i] = (float) (noise.beta() * gaussian.sample());
      }
      return values.add(Tensors.of(z, z.length).view_as(values));
    }
    if (perturbation instanceof Perturbation.RelativeNoise noise) {
      float[] factors = new float[Math.toIntExact(values.numel())];
      for (int i = 0; i < factors.length; i++) {
        factors[i] = (float) (1 + noise.ratio() * gaussian.sample());
      }
      return values.mul(Tensors.of(factors, factors.length).view_as(values));
    }
    if (perturbation instanceof Perturbation.Dropout dropout) {
      return new Dropout(dropout.share(), random).apply(values);
    }
    return values;
  }
}
