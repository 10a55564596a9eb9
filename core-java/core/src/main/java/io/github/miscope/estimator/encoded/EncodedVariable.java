package io.github.miscope.estimator.encoded;

import io.github.miscope.encoder.Encoder;
import io.github.miscope.encoder.Encoding;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.PreparedVariable;
import io.github.miscope.estimator.Warning;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * The codes of a variable, prepared by the estimator inside.
 *
 * @param encoding the encoding
 * @param constants a warning for each column that is constant before it is encoded
 * @param prepared what the estimator inside makes of the codes
 */
record EncodedVariable(Encoding encoding, List<Warning> constants, PreparedVariable prepared)
    implements PreparedVariable {

  static EncodedVariable of(
      Variable variable, Encoder encoder, Function<Variable, PreparedVariable> prepare) {
    Encoding encoding = fit(encoder, variable);
    return new EncodedVariable(
        encoding, Warning.ofConstantColumns(variable), prepare.apply(codes(encoding, variable)));
  }

  static Variable encode(Encoder encoder, Variable variable) {
    return codes(fit(encoder, variable), variable);
  }

  static Encoding fit(Encoder encoder, Variable variable) {
    if (variable.isDiscrete() || variable.d() == 1) {
      return Encoder.none().fit(variable);
    }
    try {
      return encoder.fit(variable);
    } catch (CancellationException e) {
      throw EstimationInterruptedException.of(e);
    }
  }

  private static Variable codes(Encoding encoding, Variable variable) {
    try {
      return encoding.apply(variable);
    } catch (CancellationException e) {
      throw EstimationInterruptedException.of(e);
    }
  }

  @Override
  public EncodedVariable permuted(int... rows) {
    return new EncodedVariable(encoding, constants, prepared.permuted(rows));
  }
}
