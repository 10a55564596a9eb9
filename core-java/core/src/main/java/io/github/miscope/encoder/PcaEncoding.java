package io.github.miscope.encoder;

import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.internal.linear.LeadingComponents;
import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.sample.Variable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/** The projections on principal axes. */
public final class PcaEncoding implements Encoding, Identified {

  private final LeadingComponents components;
  private final OptionalDouble lossBound;

  private PcaEncoding(LeadingComponents components, OptionalDouble lossBound) {
    this.components = components;
    this.lossBound = lossBound;
  }

  static PcaEncoding of(LeadingComponents components, int count, OptionalDouble noise) {
    return new PcaEncoding(components.first(count), bound(components, count, noise));
  }

  private static OptionalDouble bound(
      LeadingComponents components, int count, OptionalDouble noise) {
    if (noise.isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] variances = components.variances();
    double sigma = noise.getAsDouble();
    // The variances are those of data and noise.
    double next = count < variances.length ? Math.max(0, variances[count] - sigma * sigma) : 0;
    return OptionalDouble.of(
        CompressionBounds.principalComponentLoss(components.means().length, count, next, sigma));
  }

  /**
   * The variances of the codes: the largest eigenvalues of the covariance of the sample it was
   * fitted on, with divisor n.
   *
   * @return d' variances, descending
   */
  public double[] variances() {
    return components.variances().clone();
  }

  /**
   * A principal axis.
   *
   * @param code which one, from 0
   * @return d weights of unit length, of which the largest is positive
   * @throws IllegalArgumentException if there is no such code
   */
  public double[] axis(int code) {
    if (code < 0 || code >= latentDimension()) {
      throw new IllegalArgumentException(
          "code must be from 0 to " + (latentDimension() - 1) + ": code=" + code);
    }
    return components.directions()[code].clone();
  }

  @Override
  public int dimension() {
    return components.means().length;
  }

  @Override
  public int latentDimension() {
    return components.variances().length;
  }

  @Override
  public Variable apply(Variable variable) {
    Objects.requireNonNull(variable, "variable");
    Columns.require(variable, dimension(), "columns");
    try {
      return Columns.numbered(variable.name(), "code", components.project(variable.columns()));
    } catch (InterruptedException e) {
      throw Interrupts.cancelled("the projection on principal axes", e);
    }
  }

  @Override
  public Variable decode(Variable codes) {
    Objects.requireNonNull(codes, "codes");
    Columns.require(codes, latentDimension(), "codes");
    try {
      return Columns.numbered(codes.name(), "column", components.reconstruct(codes.columns()));
    } catch (InterruptedException e) {
      throw Interrupts.cancelled("the reconstruction from principal axes", e);
    }
  }

  @Override
  public double explainedVariance() {
    double total = components.totalVariance();
    return total == 0 ? 1 : Math.min(1, explained() / total);
  }

  @Override
  public double reconstructionError() {
    return Math.max(0, components.totalVariance() - explained()) / dimension();
  }

  @Override
  public OptionalDouble lossBound() {
    return lossBound;
  }

  private double explained() {
    return Arrays.stream(components.variances()).sum();
  }

  @Override
  public void identify(IdentityDigest digest) {
    Objects.requireNonNull(digest, "digest");
    digest.add("means", components.means()).add("variances", components.variances());
    digest.add("directions", components.directions()).add("lossBound", lossBound);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d columns -> %d by PCA, %.0f %% of the variance",
        dimension(),
        latentDimension(),
        100 * explainedVariance());
  }
}
