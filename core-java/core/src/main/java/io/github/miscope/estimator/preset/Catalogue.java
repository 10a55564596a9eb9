package io.github.miscope.estimator.preset;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Every preset of miscope, once: its name, what it is, when to use it and where it was published.
 * The README's tables, the names in Kotlin and the contract tests are checked against it.
 */
public final class Catalogue {

  private Catalogue() {}

  /**
   * One preset.
   *
   * @param name its name, in Java and in Kotlin
   * @param group what is estimated, and of which variables
   * @param summary what it is, in one line
   * @param useWhen when to use it, in one line
   * @param source where it was published
   * @param method the method that makes it
   */
  public record Entry(
      String name,
      Preset.Group group,
      String summary,
      String useWhen,
      String source,
      Method method) {

    /**
     * Refuses null.
     *
     * @param name its name, in Java and in Kotlin
     * @param group what is estimated, and of which variables
     * @param summary what it is, in one line
     * @param useWhen when to use it, in one line
     * @param source where it was published
     * @param method the method that makes it
     */
    public Entry {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(group, "group");
      Objects.requireNonNull(summary, "summary");
      Objects.requireNonNull(useWhen, "useWhen");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(method, "method");
    }

    /**
     * Whether the preset needs an argument, such as the number of bins.
     *
     * @return true if {@link #estimator()} is empty
     */
    public boolean needsArguments() {
      return method.getParameterCount() > 0;
    }

    /**
     * The estimator under its default options.
     *
     * @return a {@link io.github.miscope.estimator.MutualInformationEstimator}, {@link
     *     io.github.miscope.estimator.ConditionalMutualInformationEstimator} or {@link
     *     io.github.miscope.estimator.EntropyEstimator}; empty if the preset needs arguments
     */
    public Optional<Object> estimator() {
      if (needsArguments()) {
        return Optional.empty();
      }
      try {
        return Optional.of(method.invoke(null));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("preset " + name + " cannot be made", e);
      }
    }
  }

  /**
   * The presets of the core.
   *
   * @return those of {@link Presets}, then those of {@link Entropies}, by group and name
   */
  public static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(of(Presets.class));
    entries.addAll(of(Entropies.class));
    return Collections.unmodifiableList(entries);
  }

  /**
   * The presets of a class.
   *
   * @param presets a class whose public static methods carry {@link Preset}
   * @return its presets, by group and name
   */
  public static List<Entry> of(Class<?> presets) {
    Objects.requireNonNull(presets, "presets");
    return Arrays.stream(presets.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Preset.class))
        .map(Catalogue::entry)
        .sorted(Comparator.comparing(Entry::group).thenComparing(Entry::name))
        .toList();
  }

  private static Entry entry(Method method) {
    Preset preset = method.getAnnotation(Preset.class);
    return new Entry(
        method.getName(),
        preset.group(),
        preset.summary(),
        preset.useWhen(),
        preset.source(),
        method);
  }
}
