package io.github.miscope.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Bad input is refused by an {@link IllegalArgumentException} that names the argument: never by an
 * exception from inside, after a long time, or after much memory was taken.
 */
class FuzzTest {

  private static final int CALLS = 500;

  /** A refusal takes microseconds; this is a hang, on however slow a machine. */
  private static final double MAX_SECONDS = 30;

  @Test
  void badCallsAreRefusedByName() {
    List<String> faults = new ArrayList<>();
    for (BadCall call : new BadCalls(20).some(CALLS)) {
      Outcome outcome = Outcome.of(call.call());
      String fault = fault(call, outcome);
      if (fault != null) {
        faults.add(call.what() + ": " + fault + ": " + outcome);
      }
    }
    assertEquals("", String.join("\n", faults.stream().distinct().toList()));
  }

  private static String fault(BadCall call, Outcome outcome) {
    if (!(outcome.thrown() instanceof IllegalArgumentException)) {
      return "not refused";
    }
    if (call.names().stream().noneMatch(outcome.message()::contains)) {
      return "names none of " + call.names();
    }
    if (outcome.bytes() > Outcome.MAX_BYTES) {
      return "much memory";
    }
    return outcome.seconds() > MAX_SECONDS ? "a long time" : null;
  }
}
