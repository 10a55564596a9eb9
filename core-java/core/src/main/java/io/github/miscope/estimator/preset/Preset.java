package io.github.miscope.estimator.preset;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A row of the {@link Catalogue}: a static method that returns an estimator under its default
 * options. The name of the method is the name of the preset, in Java and in Kotlin.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Preset {

  /**
   * What is estimated, and of which variables.
   *
   * @return the group
   */
  Group group();

  /**
   * What the estimator is, in one line.
   *
   * @return plain text
   */
  String summary();

  /**
   * When to use it, in one line.
   *
   * @return plain text
   */
  String useWhen();

  /**
   * Where it was published.
   *
   * @return authors and year, or "miscope" for what is our own
   */
  String source();

  /** What is estimated, and of which variables. */
  enum Group {
    /** I(X;Y) of continuous variables. */
    CONTINUOUS,

    /** I(X;Y) of discrete, mixed or any variables. */
    OTHER_KINDS,

    /** I(X;Y|Z). */
    CONDITIONAL,

    /** The entropy of one variable. */
    ENTROPY,

    /** I(X;Y) by a trained critic. */
    NEURAL
  }
}
