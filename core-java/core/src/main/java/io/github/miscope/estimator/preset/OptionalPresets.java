package io.github.miscope.estimator.preset;

import io.github.miscope.encoder.Encoder;
import io.github.miscope.estimator.TrainedEstimator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Estimators and encoders of an optional module, by name. Such a module names its implementation in
 * {@code META-INF/services} (see {@link ServiceLoader}); who uses it by {@link #find} depends on
 * this module only.
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
   * An autoencoder of fully connected layers.
   *
   * @param latentDimension the number of codes
   * @return the encoder; empty if the module has none
   * @throws IllegalArgumentException if there is no code
   */
  default Optional<Encoder> autoencoder(int latentDimension) {
    return Optional.empty();
  }

  /**
   * A convolutional autoencoder of images, whose columns run through channels, rows and pixels.
   *
   * @param channels how many values a pixel has
   * @param height the number of rows
   * @param width the number of pixels in a row
   * @param latentDimension the number of codes
   * @return the encoder; empty if the module has none
   * @throws IllegalArgumentException if it cannot have that shape
   */
  default Optional<Encoder> imageAutoencoder(
      int channels, int height, int width, int latentDimension) {
    return Optional.empty();
  }

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
    return modules()
        .filter(presets -> presets.names().contains(name))
        .findFirst()
        .map(presets -> presets.preset(name));
  }

  /**
   * Looks for an autoencoder in the modules that are there now, as {@link #find} does.
   *
   * @param latentDimension the number of codes
   * @return the encoder; empty if no module that is there has one
   * @throws IllegalArgumentException if there is no code
   */
  static Optional<Encoder> findAutoencoder(int latentDimension) {
    return modules().flatMap(module -> module.autoencoder(latentDimension).stream()).findFirst();
  }

  /**
   * Looks for an autoencoder of images in the modules that are there now, as {@link #find} does.
   *
   * @param channels how many values a pixel has
   * @param height the number of rows
   * @param width the number of pixels in a row
   * @param latentDimension the number of codes
   * @return the encoder; empty if no module that is there has one
   * @throws IllegalArgumentException if it cannot have that shape
   */
  static Optional<Encoder> findImageAutoencoder(
      int channels, int height, int width, int latentDimension) {
    return modules()
        .flatMap(
            module -> module.imageAutoencoder(channels, height, width, latentDimension).stream())
        .findFirst();
  }

  private static Stream<OptionalPresets> modules() {
    Set<@Nullable ClassLoader> loaders = new LinkedHashSet<>();
    loaders.add(Thread.currentThread().getContextClassLoader());
    loaders.add(OptionalPresets.class.getClassLoader());
    return loaders.stream()
        .filter(Objects::nonNull)
        .flatMap(loader -> ServiceLoader.load(OptionalPresets.class, loader).stream())
        .map(ServiceLoader.Provider::get);
  }
}
