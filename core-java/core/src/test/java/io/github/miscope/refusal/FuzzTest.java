package io.github.miscope.refusal;

import org.junit.jupiter.api.Test;

/**
 * Bad input is refused by an {@link IllegalArgumentException} that names the argument: never by an
 * exception from inside, after a long time, or after much memory was taken.
 */
class FuzzTest {

  private static final int CALLS = 500;

  @Test
  void badCallsAreRefusedByName() {
    BadCall.assertRefused(new BadCalls(20).some(CALLS));
  }
}
