package io.github.miscope.benchmark;

import io.github.miscope.internal.check.Check;
import io.github.miscope.task.Task;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A named list of tasks whose mutual information is known, each with a number of samples and of
 * trials. {@link Suites} has those that come with miscope. Immutable.
 *
 * @param name its name in titles
 * @param tasks the tasks, in the order of tables
 */
public record Suite(String name, List<SuiteTask> tasks) {

  /**
   * A suite.
   *
   * @param name its name in titles
   * @param tasks at least one; their names must differ
   * @throws IllegalArgumentException if the name is blank, there is no task, or two have one name
   */
  public Suite {
    Objects.requireNonNull(name, "name");
    tasks = Check.copy("tasks", tasks);
    if (name.isBlank()) {
      throw new IllegalArgumentException("the name of a suite must not be blank");
    }
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("the suite " + name + " needs at least 1 task");
    }
    Set<String> names = new HashSet<>();
    for (SuiteTask task : tasks) {
      if (!names.add(task.name())) {
        throw new IllegalArgumentException(
            "two tasks of the suite " + name + " have the name \"" + task.name() + "\"");
      }
    }
  }

  /**
   * A suite of tasks with equally many samples and trials.
   *
   * @param name its name in titles
   * @param samples samples per trial, at least 2
   * @param trials repetitions with fresh samples, at least 1
   * @param tasks at least one; their labels must differ
   * @return the suite
   * @throws IllegalArgumentException as the constructor, or if samples or trials is out of range
   */
  public static Suite of(String name, int samples, int trials, List<? extends Task> tasks) {
    Objects.requireNonNull(name, "name");
    return new Suite(
        name,
        Check.<Task>copy("tasks", tasks).stream()
            .map(task -> new SuiteTask(task, samples, trials))
            .toList());
  }

  /**
   * This suite with another number of samples for every task.
   *
   * @param n samples per trial, at least 2
   * @return a changed copy
   * @throws IllegalArgumentException if n &lt; 2
   */
  public Suite withSamples(int n) {
    return new Suite(name, tasks.stream().map(task -> task.withSamples(n)).toList());
  }

  /**
   * This suite with another number of trials for every task.
   *
   * @param trials repetitions with fresh samples, at least 1
   * @return a changed copy
   * @throws IllegalArgumentException if trials &lt; 1
   */
  public Suite withTrials(int trials) {
    return new Suite(name, tasks.stream().map(task -> task.withTrials(trials)).toList());
  }

  /**
   * The tasks of this suite that a condition chooses.
   *
   * @param chosen asked for each task
   * @return a suite of the same name with these tasks
   * @throws IllegalArgumentException if it chooses none
   */
  public Suite only(Predicate<SuiteTask> chosen) {
    Objects.requireNonNull(chosen, "chosen");
    List<SuiteTask> kept = tasks.stream().filter(chosen).toList();
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("no task of the suite " + name + " is chosen");
    }
    return new Suite(name, kept);
  }

  /**
   * The tasks of both suites. A task of the other suite that this one has by name is left out.
   *
   * @param other the suite whose tasks follow
   * @return a suite named after both
   */
  public Suite and(Suite other) {
    Objects.requireNonNull(other, "other");
    Set<String> names = new HashSet<>();
    tasks.forEach(task -> names.add(task.name()));
    List<SuiteTask> all = new ArrayList<>(tasks);
    other.tasks.stream().filter(task -> names.add(task.name())).forEach(all::add);
    return new Suite(name + " and " + other.name, all);
  }

  /** The name, and how many tasks there are. */
  @Override
  public String toString() {
    return name + " (" + tasks.size() + (tasks.size() == 1 ? " task)" : " tasks)");
  }
}
