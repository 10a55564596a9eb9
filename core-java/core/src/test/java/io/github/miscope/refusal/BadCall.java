package io.github.miscope.refusal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A call with an argument that must be refused.
 *
 * @param what is called, for messages of tests
 * @param names of the argument, of which the refusal must have one
 * @param call the call
 */
public record BadCall(String what, List<String> names, Callable<?> call) {

  /** A refusal takes microseconds; this is a hang, on however slow a machine. */
  private static final double MAX_SECONDS = 30;

  /** One name of the argument. */
  public static BadCall of(String what, String name, Callable<?> call) {
    return new BadCall(what, List.of(name), call);
  }

  /** Calls all, each of which must be refused by its argument's name, at once. */
  public static void assertRefused(List<BadCall> calls) {
    List<String> faults =
        calls.stream().map(BadCall::fault).filter(Objects::nonNull).distinct().toList();
    assertEquals("", String.join("\n", faults));
  }

  private @Nullable String fault() {
    Outcome outcome = Outcome.of(call);
    String fault = fault(outcome);
    return fault == null ? null : what + ": " + fault + ": " + outcome;
  }

  private @Nullable String fault(Outcome outcome) {
    if (!(outcome.thrown() instanceof IllegalArgumentException)) {
      return "not refused";
    }
    if (names.stream().noneMatch(outcome.message()::contains)) {
      return "names none of " + names;
    }
    if (outcome.bytes() > Outcome.MAX_BYTES) {
      return "much memory";
    }
    return outcome.seconds() > MAX_SECONDS ? "a long time" : null;
  }
}
