package io.github.miscope.task;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mixture of normal vectors (X, Y).
 *
 * <p>Its information has no closed form. It is the mean of log p(x, y)/(p(x) p(y)) over 2^18 points
 * drawn from the mixture with a fixed seed, {@link #informationStandardError() known to a few
 * thousandths of a nat}; it is computed once, when first asked for.
 */
public final class GaussianMixture implements Sampler, Identified {

  private static final int POINTS = 1 << 18;
  private static final Seed INFORMATION_SEED = Seed.of(0).derive("information");

  /**
   * One normal vector of the mixture.
   *
   * @param weight its probability, before all weights are divided by their sum
   * @param mean dX + dY values
   * @param covariance symmetric positive definite, dX + dY rows
   */
  @SuppressWarnings("ArrayRecordComponent") // copied, and compared by content
  public record Component(double weight, double[] mean, double[][] covariance) {

    /**
     * One normal vector of the mixture.
     *
     * @param weight its weight, positive and finite
     * @param mean dX + dY finite values; copied
     * @param covariance symmetric positive definite, dX + dY rows; copied
     * @throws IllegalArgumentException if the weight is out of range, or the mean and the
     *     covariance differ in dimension or are not finite
     */
    public Component {
      Objects.requireNonNull(mean, "mean");
      Objects.requireNonNull(covariance, "covariance");
      Check.positive("weight", weight);
      covariance = Matrices.square("covariance", covariance);
      mean = Matrices.vector("mean", mean, "covariance", covariance.length);
    }

    /**
     * The mean.
     *
     * @return a copy
     */
    @Override
    public double[] mean() {
      return mean.clone();
    }

    /**
     * The covariance.
     *
     * @return a copy, by rows
     */
    @Override
    public double[][] covariance() {
      return Columns.copy(covariance);
    }

    @Override
    public boolean equals(@Nullable Object o) {
      return o instanceof Component other
          && weight == other.weight
          && Arrays.equals(mean, other.mean)
          && Arrays.deepEquals(covariance, other.covariance);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(mean) + Arrays.deepHashCode(covariance);
    }
  }

  private final String label;
  private final int dX;
  private final List<Component> components;
  private final MixtureDensity density;
  private volatile @Nullable MonteCarlo information;

  private GaussianMixture(String label, int dX, List<Component> components) {
    this.label = label;
    this.dX = dX;
    this.components = components;
    this.density = new MixtureDensity(components, dX);
  }

  /**
   * A mixture.
   *
   * @param dX how many of the coordinates, from the first, are X; the others are Y
   * @param components at least one, all of the same dimension
   * @return the distribution
   * @throws IllegalArgumentException if there is no component, their dimensions differ, a
   *     covariance is not positive definite, or dX leaves no coordinate for Y
   */
  public static GaussianMixture of(int dX, List<Component> components) {
    Objects.requireNonNull(components, "components");
    if (components.isEmpty()) {
      throw new IllegalArgumentException("components is empty: at least 1 is needed");
    }
    int d = components.get(0).mean.length;
    for (Component component : components) {
      if (component.mean.length != d) {
        throw new IllegalArgumentException(
            "components must have equal dimension: " + d + " and " + component.mean.length);
      }
    }
    if (dX < 1 || dX >= d) {
      throw new IllegalArgumentException(
          "dX must be in 1.." + (d - 1) + " to leave a coordinate for Y: dX=" + dX);
    }
    String label =
        "gaussianMixture(dX = "
            + dX
            + ", dY = "
            + (d - dX)
            + ", components = "
            + components.size()
            + ")";
    return new GaussianMixture(label, dX, List.copyOf(components));
  }

  /**
   * This mixture under another label.
   *
   * @param newLabel what {@code toString()} gives
   * @return a copy with that label
   */
  public GaussianMixture labelled(String newLabel) {
    Objects.requireNonNull(newLabel, "newLabel");
    return new GaussianMixture(newLabel, dX, components);
  }

  /**
   * The components.
   *
   * @return an unmodifiable list
   */
  public List<Component> components() {
    return components;
  }

  @Override
  public int dX() {
    return dX;
  }

  @Override
  public int dY() {
    return density.dimension() - dX;
  }

  @Override
  public double mutualInformation() {
    return information().mean();
  }

  /**
   * The standard error of {@link #mutualInformation()}, which is a mean over random points.
   *
   * @return the standard error in nats
   */
  public double informationStandardError() {
    return information().standardError();
  }

  private MonteCarlo information() {
    MonteCarlo known = information;
    if (known == null) {
      known = density.information(POINTS, INFORMATION_SEED);
      information = known;
    }
    return known;
  }

  @Override
  public Samples sample(int n, Seed seed) {
    Objects.requireNonNull(seed, "seed");
    Require.samples(n, density.dimension());
    double[][] columns = density.sample(n, seed);
    return Samples.ofColumns(
        Arrays.copyOfRange(columns, 0, dX), Arrays.copyOfRange(columns, dX, columns.length));
  }

  @Override
  public void identify(IdentityDigest digest) {
    Objects.requireNonNull(digest, "digest");
    digest.add("label", label).add("dX", dX).add("components", components);
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof GaussianMixture other
        && dX == other.dX
        && label.equals(other.label)
        && components.equals(other.components);
  }

  @Override
  public int hashCode() {
    return 31 * dX + components.hashCode();
  }

  @Override
  public String toString() {
    return label;
  }
}
