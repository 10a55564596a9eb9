package io.github.miscope.neural.experiment;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.check.Check;
import io.github.miscope.neural.representation.EncoderNetwork;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.sample.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Whose encoder is it? A victim is trained contrastively on private data. Others are trained like
 * it at other temperatures, or on other data; some are stolen by queries, one is distilled, some
 * are not trained at all (Sisak 2024, section 5, after Dziedzic et al. 2022, "Dataset inference for
 * self-supervised models"). Then each is told from the others by linear evaluation and by a score
 * of mutual information with the victim.
 *
 * <p>Each encoder has a seed that is derived from the experiment's by its name. Encoders are
 * trained side by side, on as many threads as there are processors; their number changes no bit.
 *
 * @param name for tables and figures
 * @param shape the victim's encoder with its head
 * @param data who learns from what
 * @param training of the victim and of all encoders that are trained like it
 * @param attack training of the stolen and distilled encoders
 * @param evaluation training of the layer that tells classes
 * @param temperature of the victim's loss
 * @param otherTemperatures of encoders that are trained like the victim on the same data
 * @param attackTemperature of the thief's loss
 * @param heads the attacks: which heads take part
 * @param independents encoders that are trained like the victim on other data
 * @param randoms encoders of random weights
 * @param seed of everything random
 */
public record DatasetInference(
    String name,
    EncoderNetwork shape,
    InferenceData data,
    NetworkTraining training,
    NetworkTraining attack,
    NetworkTraining evaluation,
    double temperature,
    List<Double> otherTemperatures,
    double attackTemperature,
    List<Heads> heads,
    int independents,
    int randoms,
    Seed seed) {

  /**
   * An experiment.
   *
   * @param name for tables and figures
   * @param shape the victim's encoder with its head
   * @param data who learns from what
   * @param training of the victim and of all encoders that are trained like it
   * @param attack training of the stolen and distilled encoders
   * @param evaluation training of the layer that tells classes
   * @param temperature of the victim's loss
   * @param otherTemperatures of encoders that are trained like the victim on the same data
   * @param attackTemperature of the thief's loss
   * @param heads the attacks
   * @param independents encoders that are trained like the victim on other data, at least 1
   * @param randoms encoders of random weights, at least 0
   * @param seed of everything random
   * @throws IllegalArgumentException if the images have another shape than the encoder's inputs, a
   *     temperature or an attack is there twice, or a number is too small
   */
  public DatasetInference {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(training, "training");
    Objects.requireNonNull(attack, "attack");
    Objects.requireNonNull(evaluation, "evaluation");
    Objects.requireNonNull(otherTemperatures, "otherTemperatures");
    Objects.requireNonNull(heads, "heads");
    Objects.requireNonNull(seed, "seed");
    otherTemperatures = List.copyOf(otherTemperatures);
    heads = List.copyOf(heads);
    if (!data.own().shape().equals(shape.network().input())) {
      throw new IllegalArgumentException(
          "data must have the network's columns "
              + shape.network().input()
              + ": data="
              + data.own().shape());
    }
    List<Double> temperatures = new ArrayList<>(otherTemperatures);
    temperatures.add(temperature);
    requireOnce("temperatures", temperatures);
    requireOnce("heads", heads);
    Check.atLeast("independents", independents, 1);
    Check.atLeast("randoms", randoms, 0);
  }

  private static void requireOnce(String name, List<?> values) {
    if (values.stream().distinct().count() < values.size()) {
      throw new IllegalArgumentException(name + " must differ: " + name + "=" + values);
    }
  }

  /**
   * The same experiment with other images.
   *
   * @param data who learns from what
   * @return a changed copy
   * @throws IllegalArgumentException if the images have another shape
   */
  public DatasetInference withData(InferenceData data) {
    return with(draft -> draft.data = data);
  }

  /**
   * The same experiment with other encoders.
   *
   * @param shape the victim's encoder with its head
   * @return a changed copy
   * @throws IllegalArgumentException if its inputs have another shape than the images
   */
  public DatasetInference withShape(EncoderNetwork shape) {
    return with(draft -> draft.shape = shape);
  }

  /**
   * The same experiment with another training of the victim and of encoders that are trained like
   * it.
   *
   * @param training optimiser, batch, epochs, augmentation; its loss and seed are replaced
   * @return a changed copy
   */
  public DatasetInference withTraining(NetworkTraining training) {
    return with(draft -> draft.training = training);
  }

  /**
   * The same experiment with another training of stolen and distilled encoders.
   *
   * @param attack optimiser, batch, epochs; its loss and seed are replaced
   * @return a changed copy
   */
  public DatasetInference withAttack(NetworkTraining attack) {
    return with(draft -> draft.attack = attack);
  }

  /**
   * The same experiment with other attacks.
   *
   * @param heads which heads take part; none for no stolen encoder
   * @return a changed copy
   * @throws IllegalArgumentException if one is there twice
   */
  public DatasetInference withHeads(Heads... heads) {
    Objects.requireNonNull(heads, "heads");
    return with(draft -> draft.heads = List.of(heads));
  }

  /**
   * The same experiment at other temperatures.
   *
   * @param temperature of the victim's loss
   * @param others of encoders that are trained like the victim on the same data
   * @return a changed copy
   * @throws IllegalArgumentException if one is there twice
   */
  public DatasetInference withTemperatures(double temperature, double... others) {
    Objects.requireNonNull(others, "others");
    return with(
        draft -> {
          draft.temperature = temperature;
          draft.otherTemperatures = Arrays.stream(others).boxed().toList();
        });
  }

  /**
   * The same experiment with other numbers of encoders that know nothing of the victim.
   *
   * @param independents trained on other data, at least 1
   * @param randoms of random weights, at least 0
   * @return a changed copy
   * @throws IllegalArgumentException if a number is too small
   */
  public DatasetInference withBaselines(int independents, int randoms) {
    return with(
        draft -> {
          draft.independents = independents;
          draft.randoms = randoms;
        });
  }

  /**
   * The same experiment from another seed.
   *
   * @param seed of everything random
   * @return a changed copy
   */
  public DatasetInference withSeed(Seed seed) {
    return with(draft -> draft.seed = seed);
  }

  /**
   * Trains all encoders.
   *
   * @return the encoders
   * @throws EstimationInterruptedException if the thread is interrupted
   * @throws IllegalArgumentException if a training diverges
   * @throws io.github.miscope.neural.libtorch.MissingLibtorchException if there is no native code
   *     for this platform
   */
  public DatasetInferenceResult run() {
    try {
      return new EncoderRun(this, null).result();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Nothing is written.
    }
  }

  /**
   * Trains all encoders with snapshots in a folder, each in a folder of its own in it. A run that
   * was interrupted or killed goes on from the last snapshots, and reaches the same weights to the
   * bit; finished encoders are read.
   *
   * @param folder of this experiment alone; made if it is not there
   * @return the encoders
   * @throws IOException if the folder cannot be read or written, or a snapshot in it is damaged
   * @throws EstimationInterruptedException if the thread is interrupted; snapshots are kept
   * @throws IllegalArgumentException if the folder has snapshots of another experiment (the message
   *     names the options that differ), another run uses it, or a training diverges
   */
  public DatasetInferenceResult run(Path folder) throws IOException {
    Objects.requireNonNull(folder, "folder");
    return new EncoderRun(this, folder).result();
  }

  @Override
  public String toString() {
    return name + ": " + shape + ", " + data;
  }

  private DatasetInference with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  /** Options that are being changed. */
  private static final class Draft {
    private final String name;
    private EncoderNetwork shape;
    private InferenceData data;
    private NetworkTraining training;
    private NetworkTraining attack;
    private final NetworkTraining evaluation;
    private double temperature;
    private List<Double> otherTemperatures;
    private final double attackTemperature;
    private List<Heads> heads;
    private int independents;
    private int randoms;
    private Seed seed;

    Draft(DatasetInference given) {
      name = given.name;
      shape = given.shape;
      data = given.data;
      training = given.training;
      attack = given.attack;
      evaluation = given.evaluation;
      temperature = given.temperature;
      otherTemperatures = given.otherTemperatures;
      attackTemperature = given.attackTemperature;
      heads = given.heads;
      independents = given.independents;
      randoms = given.randoms;
      seed = given.seed;
    }

    DatasetInference finished() {
      return new DatasetInference(
          name,
          shape,
          data,
          training,
          attack,
          evaluation,
          temperature,
          otherTemperatures,
          attackTemperature,
          heads,
          independents,
          randoms,
          seed);
    }
  }
}
