package io.github.miscope.encoder;

import io.github.miscope.sample.Samples;

/**
 * The codes of paired observations, in pairs of one code of X and one of Y, from the pair that
 * shares most on.
 */
public interface PairEncoding {

  /**
   * The number of pairs.
   *
   * @return how many codes of X and of Y there are at most
   */
  int codes();

  /**
   * The codes of each observation by a function that it did not help to choose. The functions may
   * differ between parts of the observations.
   *
   * @param count how many pairs of codes, from the first
   * @return the codes; a variable of no more columns than that, or a discrete one, as it is
   * @throws IllegalArgumentException if there are fewer
   */
  Samples heldOut(int count);

  /**
   * The codes by one function for all observations, which all have helped to choose.
   *
   * @param count how many pairs of codes, from the first
   * @return the codes; a variable of no more columns than that, or a discrete one, as it is
   * @throws IllegalArgumentException if there are fewer
   */
  Samples common(int count);

  /**
   * How the codes were found, in a few words: "screened canonical variates".
   *
   * @return the words
   */
  String method();
}
