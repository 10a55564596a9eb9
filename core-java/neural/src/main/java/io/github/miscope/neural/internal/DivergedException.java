package io.github.miscope.neural.internal;

/** A critic has learnt nothing that counts. The message says how it was seen. */
public final class DivergedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  DivergedException(String message) {
    super(message);
  }
}
