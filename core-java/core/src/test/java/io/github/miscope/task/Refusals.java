package io.github.miscope.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** Asserts that bad input is refused in exactly these words. */
final class Refusals {

  private Refusals() {}

  static void refuses(String message, Executable bad) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, bad).getMessage());
  }
}
