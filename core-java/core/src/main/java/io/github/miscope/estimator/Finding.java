package io.github.miscope.estimator;

import java.util.Objects;
import java.util.Optional;

/**
 * Something that an estimator found out or chose, besides the estimate and its diagnostics, as
 * data.
 */
public sealed interface Finding
    permits Finding.ChosenView,
        Finding.UsedEstimator,
        Finding.TermEstimator,
        Finding.Bound,
        Finding.Search,
        Finding.Codes,
        Finding.Compression,
        LearningCurve {

  /**
   * The name that a line of text gives it: "view" in "view = KSG on all columns".
   *
   * @return one or a few words
   */
  String name();

  /**
   * What a line of text says of it.
   *
   * @return the text behind the name; empty if the text of an estimate is silent on it
   */
  Optional<String> text();

  /**
   * The view of the data that an estimator chose among several.
   *
   * @param view what users read: "KSG on all columns"
   */
  record ChosenView(String view) implements Finding {

    /**
     * Refuses null.
     *
     * @param view what users read: "KSG on all columns"
     */
    public ChosenView {
      Objects.requireNonNull(view, "view");
    }

    @Override
    public String name() {
      return "view";
    }

    @Override
    public Optional<String> text() {
      return Optional.of(view);
    }
  }

  /**
   * What X and Y were compressed to together.
   *
   * @param count the number of codes of each
   * @param method how they were found: "screened canonical variates"
   */
  record Codes(int count, String method) implements Finding {

    /**
     * Refuses null.
     *
     * @param count the number of codes of each
     * @param method how they were found: "screened canonical variates"
     */
    public Codes {
      Objects.requireNonNull(method, "method");
    }

    @Override
    public String name() {
      return "codes";
    }

    @Override
    public Optional<String> text() {
      return Optional.of(count + " " + method);
    }
  }

  /**
   * What one variable was compressed to.
   *
   * @param variable "x" or "y"
   * @param dimension the number of its columns
   * @param latentDimension the number of codes
   * @param explainedVariance the part of its variance that the codes explain
   * @param encoding what users read: "784 columns -&gt; 4 by PCA, 91 % of the variance"
   */
  record Compression(
      String variable,
      int dimension,
      int latentDimension,
      double explainedVariance,
      String encoding)
      implements Finding {

    /**
     * Refuses null.
     *
     * @param variable "x" or "y"
     * @param dimension the number of its columns
     * @param latentDimension the number of codes
     * @param explainedVariance the part of its variance that the codes explain
     * @param encoding what users read
     */
    public Compression {
      Objects.requireNonNull(variable, "variable");
      Objects.requireNonNull(encoding, "encoding");
    }

    @Override
    public String name() {
      return variable;
    }

    @Override
    public Optional<String> text() {
      return Optional.of(encoding);
    }
  }

  /**
   * The estimator that a general one left the work to.
   *
   * @param estimator its label
   * @param given the discrete variable within whose levels it estimated; empty if on all rows
   */
  record UsedEstimator(String estimator, Optional<String> given) implements Finding {

    /**
     * Refuses null.
     *
     * @param estimator its label
     * @param given the discrete variable within whose levels it estimated; empty if on all rows
     */
    public UsedEstimator {
      Objects.requireNonNull(estimator, "estimator");
      Objects.requireNonNull(given, "given");
    }

    /**
     * An estimator that served for all rows.
     *
     * @param estimator its label
     */
    public UsedEstimator(String estimator) {
      this(estimator, Optional.empty());
    }

    @Override
    public String name() {
      return "used";
    }

    @Override
    public Optional<String> text() {
      return Optional.of(
          estimator + given.map(variable -> " within levels of " + variable).orElse(""));
    }
  }

  /**
   * The estimator of one term of a sum; the term is a diagnostic of the same name.
   *
   * @param term the term: "I(x continuous; y discrete)"
   * @param estimator the label of its estimator
   */
  record TermEstimator(String term, String estimator) implements Finding {

    /**
     * Refuses null.
     *
     * @param term the term: "I(x continuous; y discrete)"
     * @param estimator the label of its estimator
     */
    public TermEstimator {
      Objects.requireNonNull(term, "term");
      Objects.requireNonNull(estimator, "estimator");
    }

    @Override
    public String name() {
      return term;
    }

    @Override
    public Optional<String> text() {
      return Optional.of(estimator);
    }
  }

  /**
   * That the expected value is a bound on the mutual information.
   *
   * @param direction on which side of it
   */
  record Bound(BoundDirection direction) implements Finding {

    /**
     * Refuses null.
     *
     * @param direction on which side of it
     */
    public Bound {
      Objects.requireNonNull(direction, "direction");
    }

    @Override
    public String name() {
      return "bound";
    }

    @Override
    public Optional<String> text() {
      return Optional.of(direction.toString());
    }
  }

  /**
   * How neighbours were searched for, and which option of the Java machine would make that faster.
   * It is about speed only.
   *
   * @param kernels the search in a line
   */
  record Search(String kernels) implements Finding {

    /**
     * Refuses null.
     *
     * @param kernels the search in a line
     */
    public Search {
      Objects.requireNonNull(kernels, "kernels");
    }

    @Override
    public String name() {
      return "search";
    }

    @Override
    public Optional<String> text() {
      return Optional.empty();
    }
  }
}
