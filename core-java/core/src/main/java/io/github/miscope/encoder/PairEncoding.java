package io.github.miscope.encoder;

import io.github.miscope.sample.Samples;
import java.util.Objects;

/**
 * The codes of paired observations.
 *
 * @param heldOut the codes of each observation by a function that it did not help to choose, which
 *     may differ a little between parts of the observations
 * @param common the codes by one function for all, which all have helped to choose
 * @param codes the number of codes of X and of Y
 * @param method how they were found, in a few words
 */
public record PairEncoding(Samples heldOut, Samples common, int codes, String method) {

  /**
   * The codes of paired observations.
   *
   * @param heldOut the codes by functions that an observation did not help to choose
   * @param common the codes by one function for all
   * @param codes the number of codes of X and of Y
   * @param method how they were found, in a few words
   */
  public PairEncoding {
    Objects.requireNonNull(heldOut, "heldOut");
    Objects.requireNonNull(common, "common");
    Objects.requireNonNull(method, "method");
  }
}
