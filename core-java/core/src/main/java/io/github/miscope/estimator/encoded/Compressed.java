package io.github.miscope.estimator.encoded;

import io.github.miscope.encoder.Encoder;
import io.github.miscope.encoder.Encoding;
import io.github.miscope.estimator.DataWarning;
import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimateWarning;
import io.github.miscope.estimator.EstimatorWrapper;
import io.github.miscope.estimator.Finding;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.PreparingEstimator;
import io.github.miscope.estimator.Warning;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An estimator of compressed variables: I(E(X);E(Y)), which is at most I(X;Y). Source: Butakov et
 * al. 2024, arXiv:2305.08013, Algorithm 1.
 *
 * <p>Each encoder is fitted on its variable alone; a discrete variable, or one of a single column,
 * stays as it is. Under a permutation of the rows of Y it would be fitted to the same values in
 * another order, so that p-values fit it once and are exact all the same. Subsamples fit it anew.
 *
 * <p>The estimate says how many codes there are, how much of the variance they explain, and the
 * most that compression can have lost, where that is known ({@link Encoding#lossBound()}).
 *
 * @param base the estimator of the codes
 * @param encoderX the encoder of X
 * @param encoderY the encoder of Y
 */
public record Compressed(MutualInformationEstimator base, Encoder encoderX, Encoder encoderY)
    implements EstimatorWrapper, PreparingEstimator {

  /**
   * An estimator of compressed variables.
   *
   * @param base the estimator of the codes
   * @param encoderX the encoder of X
   * @param encoderY the encoder of Y
   */
  public Compressed {
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(encoderX, "encoderX");
    Objects.requireNonNull(encoderY, "encoderY");
  }

  /**
   * An estimator of compressed variables.
   *
   * @param base the estimator of the codes
   * @param encoderX the encoder of X; {@link Encoder#none()} leaves X as it is
   * @param encoderY the encoder of Y
   * @return the composed estimator
   */
  public static Compressed of(MutualInformationEstimator base, Encoder encoderX, Encoder encoderY) {
    return new Compressed(base, encoderX, encoderY);
  }

  @Override
  public PreparedVariable prepareX(Variable x) {
    Objects.requireNonNull(x, "x");
    return EncodedVariable.of(x, encoderX, PreparingEstimator.of(base)::prepareX);
  }

  @Override
  public PreparedVariable prepareY(Variable y) {
    Objects.requireNonNull(y, "y");
    return EncodedVariable.of(y, encoderY, PreparingEstimator.of(base)::prepareY);
  }

  @Override
  public Estimate estimate(PreparedVariable x, PreparedVariable y) {
    Objects.requireNonNull(x, "x");
    Objects.requireNonNull(y, "y");
    EncodedVariable encodedX = PreparingEstimator.own(this, EncodedVariable.class, x);
    EncodedVariable encodedY = PreparingEstimator.own(this, EncodedVariable.class, y);
    Estimate estimate =
        PreparingEstimator.of(base).estimate(encodedX.prepared(), encodedY.prepared());
    List<Warning> constants = new ArrayList<>(encodedX.constants());
    constants.addAll(encodedY.constants());
    return reported(estimate, constants, encodedX.encoding(), encodedY.encoding());
  }

  @Override
  public Samples forBase(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    return new Samples(
        EncodedVariable.encode(encoderX, samples.x()),
        EncodedVariable.encode(encoderY, samples.y()));
  }

  @Override
  public Estimate own(Samples samples, Estimate estimate) {
    Objects.requireNonNull(samples, "samples");
    Objects.requireNonNull(estimate, "estimate");
    return reported(
        estimate,
        Warning.ofConstantColumns(samples.x(), samples.y()),
        EncodedVariable.fit(encoderX, samples.x()),
        EncodedVariable.fit(encoderY, samples.y()));
  }

  private Estimate reported(Estimate estimate, List<Warning> constants, Encoding x, Encoding y) {
    // Constant columns are those of the variables, not of their codes.
    List<Warning> warnings = new ArrayList<>(constants);
    for (Warning warning : estimate.warnings()) {
      if (!(warning instanceof DataWarning.ConstantColumn)) {
        warnings.add(warning);
      }
    }
    Estimate reported =
        new Estimate(
            estimate.nats(),
            toString(),
            estimate.n(),
            x.dimension(),
            y.dimension(),
            estimate.diagnostics(),
            estimate.amounts(),
            estimate.findings(),
            warnings,
            estimate.uncertainty());
    return reported(reported(reported, x, "x"), y, "y");
  }

  private static Estimate reported(Estimate estimate, Encoding encoding, String variable) {
    if (encoding.isIdentity()) {
      return estimate;
    }
    Estimate reported =
        estimate.withFinding(
            new Finding.Compression(
                variable,
                encoding.dimension(),
                encoding.latentDimension(),
                encoding.explainedVariance(),
                encoding.toString()));
    if (encoding.lossBound().isPresent()) {
      return reported.withAmount("largest loss of " + variable, encoding.lossBound().getAsDouble());
    }
    return encoding.explainedVariance() < EstimateWarning.UnknownLoss.ENOUGH
        ? reported.withWarning(
            new EstimateWarning.UnknownLoss(
                variable,
                encoding.dimension(),
                encoding.latentDimension(),
                encoding.explainedVariance()))
        : reported;
  }

  @Override
  public Compressed withBase(MutualInformationEstimator base) {
    return new Compressed(base, encoderX, encoderY);
  }

  @Override
  public String toString() {
    return encoderX.equals(encoderY)
        ? base + " on " + encoderX
        : base + " on x: " + encoderX + ", y: " + encoderY;
  }
}
