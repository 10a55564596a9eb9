package io.github.miscope.spark.internal;

/** An executor does not have a class that a plan needs. */
public final class MissingClassException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MissingClassException(ClassNotFoundException cause) {
    super("class " + cause.getMessage() + " is not on the class path of the executor", cause);
  }
}
