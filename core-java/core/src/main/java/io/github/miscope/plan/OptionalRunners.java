package io.github.miscope.plan;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runners of an optional module, by name. Such a module names its implementation in {@code
 * META-INF/services} (see {@link ServiceLoader}); who uses it by {@link #find} depends on this
 * module only.
 */
public interface OptionalRunners {

  /**
   * What the runners are called.
   *
   * @return the name, such as "spark"
   */
  String name();

  /**
   * A runner.
   *
   * @param place where cells are worked on, such as the URL of a master
   * @param options of the cluster, by name
   * @param checkpoint a folder of the cluster that keeps finished rows
   * @return the runner
   * @throws IllegalArgumentException if the place or an option is none
   */
  CellRunner runner(String place, Map<String, String> options, Optional<String> checkpoint);

  /**
   * Looks for a module in those that are there now. Nothing is remembered: a notebook may add a
   * module between two cells. The context class loader of the thread is asked first, since that of
   * this class does not see what was added after it.
   *
   * @param name such as "spark"
   * @return the module; empty if it is not there
   */
  static Optional<OptionalRunners> find(String name) {
    Objects.requireNonNull(name, "name");
    Set<@Nullable ClassLoader> loaders = new LinkedHashSet<>();
    loaders.add(Thread.currentThread().getContextClassLoader());
    loaders.add(OptionalRunners.class.getClassLoader());
    return loaders.stream()
        .filter(Objects::nonNull)
        .flatMap(loader -> ServiceLoader.load(OptionalRunners.class, loader).stream())
        .map(ServiceLoader.Provider::get)
        .filter(module -> module.name().equals(name))
        .findFirst();
  }
}
