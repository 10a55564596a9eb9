package io.github.miscope.benchmark;

import io.github.miscope.internal.check.Check;
import io.github.miscope.task.Task;
import io.github.miscope.task.Tasks;
import java.util.Objects;

/**
 * A task of a suite: {@code trials} times so many samples.
 *
 * @param task where samples come from; its label is its name in tables
 * @param samples samples per trial
 * @param trials repetitions with fresh samples
 */
public record SuiteTask(Task task, int samples, int trials) {

  /**
   * A task of a suite.
   *
   * @param task where samples come from; a lambda gets a label
   * @param samples samples per trial, at least 2
   * @param trials repetitions with fresh samples, at least 1
   * @throws IllegalArgumentException if samples or trials is out of range
   */
  public SuiteTask {
    Objects.requireNonNull(task, "task");
    Check.between("samples", samples, 2, Integer.MAX_VALUE);
    Check.between("trials", trials, 1, Integer.MAX_VALUE);
    task = Tasks.labelled(task);
  }

  /**
   * The name of the task in tables.
   *
   * @return the task's label
   */
  public String name() {
    return task.toString();
  }

  SuiteTask withSamples(int n) {
    return new SuiteTask(task, n, trials);
  }

  SuiteTask withTrials(int newTrials) {
    return new SuiteTask(task, samples, newTrials);
  }
}
