package io.github.miscope.inference;

import java.util.Objects;

/** Why a pair of variables has no estimate. */
public sealed interface MissingEstimate {

  /**
   * The reason in words.
   *
   * @return text for people
   */
  String reason();

  /**
   * The pair does not suit the estimator.
   *
   * @param reason what the estimator said
   */
  record Refused(String reason) implements MissingEstimate {

    /**
     * A refusal.
     *
     * @param reason what the estimator said
     */
    public Refused {
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** The work was stopped before this pair. */
  record NotComputed() implements MissingEstimate {
    @Override
    public String reason() {
      return "not computed";
    }
  }
}
