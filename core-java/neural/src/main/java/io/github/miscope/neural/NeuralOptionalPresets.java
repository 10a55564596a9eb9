package io.github.miscope.neural;

import io.github.miscope.encoder.Encoder;
import io.github.miscope.estimator.TrainedEstimator;
import io.github.miscope.estimator.preset.OptionalPresets;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.encoder.Autoencoder;
import io.github.miscope.scaling.Scaling;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * {@link NeuralPresets} by name, for {@link OptionalPresets#find}: "mine", "mineLocal",
 * "mineGlobal", "mineGlobalCorrected", and so on for the other bounds; and autoencoders.
 */
public final class NeuralOptionalPresets implements OptionalPresets {

  private static final Map<String, TrainedEstimator> PRESETS = presets();

  /** For {@link java.util.ServiceLoader}. */
  public NeuralOptionalPresets() {}

  private static Map<String, TrainedEstimator> presets() {
    Map<String, TrainedEstimator> presets = new LinkedHashMap<>();
    add(presets, "mine", NeuralPresets.mine());
    add(presets, "nwj", NeuralPresets.nwj());
    add(presets, "infoNce", NeuralPresets.infoNce());
    add(presets, "smile", NeuralPresets.smile());
    add(presets, "jensenShannon", NeuralPresets.jensenShannon());
    add(presets, "club", NeuralPresets.club());
    add(presets, "leaveOneOut", NeuralPresets.leaveOneOut());
    return presets;
  }

  private static void add(
      Map<String, TrainedEstimator> presets, String name, NeuralMutualInformation raw) {
    presets.put(name, raw);
    presets.put(name + "Local", raw.withScaling(Scaling.local()));
    presets.put(name + "Global", raw.withScaling(Scaling.globalL2()));
    presets.put(name + "GlobalCorrected", raw.withScaling(Scaling.corrected()));
  }

  @Override
  public Optional<Encoder> autoencoder(int latentDimension) {
    return Optional.of(Autoencoder.dense(latentDimension));
  }

  @Override
  public Optional<Encoder> imageAutoencoder(
      int channels, int height, int width, int latentDimension) {
    return Optional.of(
        Autoencoder.convolutional(new ImageShape(channels, height, width), latentDimension));
  }

  @Override
  public Set<String> names() {
    return Set.copyOf(PRESETS.keySet());
  }

  @Override
  public TrainedEstimator preset(String name) {
    Objects.requireNonNull(name, "name");
    TrainedEstimator preset = PRESETS.get(name);
    if (preset == null) {
      throw new IllegalArgumentException(
          "there is no estimator \""
              + name
              + "\"; there are "
              + String.join(", ", PRESETS.keySet()));
    }
    return preset;
  }
}
