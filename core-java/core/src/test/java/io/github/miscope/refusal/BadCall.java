package io.github.miscope.refusal;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * A call with an argument that must be refused.
 *
 * @param what is called, for messages of tests
 * @param names of the argument, of which the refusal must have one
 * @param call the call
 */
record BadCall(String what, List<String> names, Callable<?> call) {

  static BadCall of(String what, String name, Callable<?> call) {
    return new BadCall(what, List.of(name), call);
  }
}
