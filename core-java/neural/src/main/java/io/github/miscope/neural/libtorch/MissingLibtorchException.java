package io.github.miscope.neural.libtorch;

/** Native code of libtorch is not there for this platform; the message says what to add. */
public class MissingLibtorchException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  MissingLibtorchException(String message, Throwable cause) {
    super(message, cause);
  }
}
