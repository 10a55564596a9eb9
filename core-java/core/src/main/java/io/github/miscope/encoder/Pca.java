package io.github.miscope.encoder;

import io.github.miscope.internal.linear.LeadingComponents;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.sample.Variable;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Principal components: the uncorrelated linear combinations that vary most. Quick, also for
 * thousands of columns. What varies most need not be what X and Y share: with nothing known of the
 * noise there is no bound of what is lost, and it can be everything (Butakov et al. 2024,
 * arXiv:2305.08013, Statement 2).
 *
 * @param latentDimension how many components
 * @param noise the standard deviation of independent Gaussian noise that the data are known to hold
 *     in every column; with it, {@link Encoding#lossBound()} is known
 */
public record Pca(LatentDimension latentDimension, OptionalDouble noise) implements Encoder {

  /**
   * Principal components.
   *
   * @param latentDimension how many
   * @param noise the standard deviation of the noise in every column, if it is known
   * @throws IllegalArgumentException if the noise is not positive and finite
   */
  public Pca {
    Objects.requireNonNull(noise, "noise");
    Objects.requireNonNull(latentDimension, "latentDimension");
    if (noise.isPresent() && !(noise.getAsDouble() > 0 && Double.isFinite(noise.getAsDouble()))) {
      throw new IllegalArgumentException(
          "noise must be finite and > 0: noise=" + noise.getAsDouble());
    }
  }

  /**
   * A fixed number of components.
   *
   * @param latentDimension how many; fewer where columns or observations - 1 are fewer
   * @return the encoder
   * @throws IllegalArgumentException if it is below 1
   */
  public static Pca to(int latentDimension) {
    return new Pca(new LatentDimension.Fixed(latentDimension), OptionalDouble.empty());
  }

  /**
   * As few components as explain a given part of the variance.
   *
   * @param share the part, above 0 and at most 1
   * @return the encoder
   * @throws IllegalArgumentException if it is not above 0 and at most 1
   */
  public static Pca explaining(double share) {
    return new Pca(new LatentDimension.VarianceShare(share), OptionalDouble.empty());
  }

  /**
   * As many components as stand out from noise.
   *
   * @return the encoder
   * @see LatentDimension.AboveNoise
   */
  public static Pca aboveNoise() {
    return new Pca(new LatentDimension.AboveNoise(), OptionalDouble.empty());
  }

  /**
   * The same for data that hold independent Gaussian noise of a known standard deviation.
   *
   * @param sigma the standard deviation in every column, in units of the data
   * @return a copy that knows the noise
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public Pca withNoise(double sigma) {
    return new Pca(latentDimension, OptionalDouble.of(sigma));
  }

  @Override
  public Encoding fit(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    variable.requireContinuous(toString());
    double[][] columns = RowsByContent.of(variable);
    try {
      LeadingComponents components = PcaComponents.of(columns, latentDimension);
      return PcaEncoding.of(components, PcaComponents.count(components, latentDimension), noise);
    } catch (InterruptedException e) {
      throw Interrupts.cancelled("the fit of principal components", e);
    }
  }

  @Override
  public OptionalInt mostCodes() {
    return latentDimension instanceof LatentDimension.Fixed fixed
        ? OptionalInt.of(fixed.count())
        : OptionalInt.empty();
  }

  @Override
  public String toString() {
    String label = "PCA(" + latentDimension;
    return noise.isPresent()
        ? String.format(Locale.ROOT, "%s, noise = %s)", label, noise.getAsDouble())
        : label + ")";
  }
}
