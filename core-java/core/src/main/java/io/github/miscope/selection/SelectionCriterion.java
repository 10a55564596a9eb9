package io.github.miscope.selection;

/**
 * What a column is chosen by, when some are chosen already: S. The first column is always the one
 * of the largest I(X;Y). Brown, Pocock, Zhao and Luján (Journal of Machine Learning Research 13,
 * 27-66, 2012) compare these criteria with many others.
 */
public enum SelectionCriterion {
  /**
   * Relevance less redundancy: I(X;Y) less the mean of I(X;S) over the chosen columns. The
   * difference form (MID) of Peng, Long and Ding, IEEE Transactions on Pattern Analysis and Machine
   * Intelligence 27, 1226-1238, 2005, doi:10.1109/TPAMI.2005.159, equation (6).
   */
  MRMR("mRMR", "relevance less mean redundancy, Peng et al. 2005"),

  /**
   * Joint information: the sum of I(X,S;Y) over the chosen columns (Yang and Moody, Advances in
   * Neural Information Processing Systems 12, 687-693, 1999). By the chain rule it orders columns
   * as the mean of I(X;Y|S), which is what is estimated.
   */
  JMI("JMI", "mean of I(X;Y|S) over chosen S, Yang and Moody 1999"),

  /**
   * What a column adds to each chosen one: the smallest I(X;Y|S) over the chosen columns (Fleuret,
   * Journal of Machine Learning Research 5, 1531-1555, 2004, section 2.3). A copy of a chosen
   * column has 0.
   */
  CMIM("CMIM", "smallest I(X;Y|S) over chosen S, Fleuret 2004");

  private final String label;
  private final String formula;

  SelectionCriterion(String label, String formula) {
    this.label = label;
    this.formula = formula;
  }

  /**
   * The criterion in a few words, with its source.
   *
   * @return such as "smallest I(X;Y|S) over chosen S, Fleuret 2004"
   */
  public String formula() {
    return formula;
  }

  /** Whether it is made of I(X;Y|S), and not of I(X;S). */
  boolean isConditional() {
    return this != MRMR;
  }

  @Override
  public String toString() {
    return label;
  }
}
