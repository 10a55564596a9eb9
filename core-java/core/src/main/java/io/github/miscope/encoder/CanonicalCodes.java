package io.github.miscope.encoder;

import io.github.miscope.internal.check.Check;
import io.github.miscope.internal.linear.CrossFit;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Variable;

/**
 * Cross-fitted canonical variates as codes.
 *
 * @param samples what they are codes of
 * @param order the rows of the samples in the order of the rows of the fit
 * @param fit the variates
 * @param pairs those that count, in their order
 * @param kind the functions that they are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CanonicalCodes(Samples samples, int[] order, CrossFit fit, int[] pairs, ProjectionKind kind)
    implements PairEncoding {

  @Override
  public int codes() {
    return pairs.length;
  }

  @Override
  public Samples heldOut(int count) {
    return codes(fit.x(), fit.y(), count);
  }

  @Override
  public Samples common(int count) {
    return codes(fit.commonX(), fit.commonY(), count);
  }

  @Override
  public String method() {
    return kind + " canonical variates";
  }

  private Samples codes(double[][] x, double[][] y, int count) {
    Check.between("count", count, 1, pairs.length);
    return new Samples(codes(samples.x(), x, count), codes(samples.y(), y, count));
  }

  private Variable codes(Variable variable, double[][] variates, int count) {
    if (variable.isDiscrete() || variable.d() <= count) {
      return variable;
    }
    double[][] codes = new double[count][order.length];
    for (int l = 0; l < count; l++) {
      for (int i = 0; i < order.length; i++) {
        codes[l][order[i]] = variates[pairs[l]][i];
      }
    }
    return Columns.numbered(variable.name(), "code", codes);
  }
}
