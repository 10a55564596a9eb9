package io.github.miscope.estimator.preset;

import io.github.miscope.estimator.TrainedEstimator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Estimators of a module that is added only by who needs it, by name. Such a module names its
 * implementation in {@code META-INF/services} (see {@link ServiceLoader}); who uses it by {@link
 * #find} depends on this module only.
 */
public interface OptionalPresets {

  /**
   * The names of the estimators.
   *
   * @return the names, such as "mineLocal"
   */
  Set<String> names();

  /**
   * An estimator by name.
   *
   * @param name one of {@link #names()}
   * @return the estimator
   * @throws IllegalArgumentException if there is none of that name
   */
  TrainedEstimator preset(String name);

  /**
   * Looks for an estimator in the modules that are there now. Nothing is remembered: a notebook may
   * add a module between two cells. The context class loader of the thread is asked first, since
   * that of this class does not see what was added after it.
   *
   * @param name such as "mineLocal"
   * @return the estimator; empty if no module that is there has it
   */
  static Optional<TrainedEstimator> find(String name) {
    Objects.requireNonNull(name, "name");
    Set<@Nullable ClassLoader> loaders = new LinkedHashSet<>();
    loaders.add(Thread.currentThread().getContextClassLoader());
    loaders.add(OptionalPresets.class.getClassLoader());
    return loaders.stream()
        .filter(Objects::nonNull)
        .flatMap(loader -> ServiceLoader.load(OptionalPresets.class, loader).stream())
        .map(ServiceLoader.Provider::get)
        .filter(presets -> presets.names().contains(name))
        .findFirst()
        .map(presets -> presets.preset(name));
  }
}
