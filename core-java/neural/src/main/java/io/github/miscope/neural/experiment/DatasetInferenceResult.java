package io.github.miscope.neural.experiment;

import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.representation.LinearEvaluation;
import io.github.miscope.neural.representation.TrainedEncoder;
import io.github.miscope.sample.Variable;
import io.github.miscope.score.EncoderRow;
import io.github.miscope.score.EncoderTable;
import io.github.miscope.score.NeighbourOverlap;
import io.github.miscope.score.Origin;
import io.github.miscope.score.Representations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The encoders of an experiment on dataset inference.
 *
 * @param experiment what was done
 * @param encoders the victim first, then those that have seen its data or outputs, independent ones
 *     and random ones
 */
public record DatasetInferenceResult(DatasetInference experiment, List<NamedEncoder> encoders) {

  private static final int NEIGHBOURS = 10;

  /**
   * A result.
   *
   * @param experiment what was done
   * @param encoders the victim first
   */
  public DatasetInferenceResult {
    Objects.requireNonNull(experiment, "experiment");
    Objects.requireNonNull(encoders, "encoders");
    encoders = List.copyOf(encoders);
  }

  /**
   * An encoder.
   *
   * @param name its name
   * @return the encoder
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public TrainedEncoder encoder(String name) {
    Objects.requireNonNull(name, "name");
    return encoders.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no encoder '"
                        + name
                        + "', only "
                        + encoders.stream().map(NamedEncoder::name).toList()))
        .encoder();
  }

  /**
   * What all encoders make of the victim's private data: what scores are made of (Definition 5.1).
   * Independent encoders are the baselines, the stabler ones; {@link Representations#withBaselines}
   * takes others, such as the random ones of the definition.
   *
   * @return a row for each of the private images
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Representations representations() {
    return representations(experiment.data().own());
  }

  /**
   * What all encoders make of other images.
   *
   * @param images of the same shape; their classes are not used
   * @return a row for each image
   * @throws IllegalArgumentException if the images have another shape
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public Representations representations(LabelledData images) {
    Objects.requireNonNull(images, "images");
    List<Variable> suspects = new ArrayList<>();
    List<Variable> baselines = new ArrayList<>();
    for (NamedEncoder each : encoders.subList(1, encoders.size())) {
      (each.origin() == Origin.INDEPENDENT ? baselines : suspects)
          .add(each.encoder().represent(each.name(), images));
    }
    NamedEncoder victim = encoders.get(0);
    return new Representations(
        victim.encoder().represent(victim.name(), images), suspects, baselines);
  }

  /**
   * How good the encoders are, and how near to the victim: linear evaluation on the data for it,
   * and the share of the 10 nearest neighbours in common with the victim on its private data.
   * Progress is reported to {@link TrainingProgress}.
   *
   * @return a row for each encoder
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public EncoderTable evaluate() {
    return TrainingProgress.show("Linear evaluation of " + experiment.name(), this::evaluated);
  }

  private EncoderTable evaluated() {
    List<Variable> seen = representations().all();
    EncoderRow[] rows = new EncoderRow[encoders.size()];
    for (int i = 0; i < rows.length; i++) {
      NamedEncoder each = encoders.get(i);
      Variable own =
          seen.stream().filter(v -> v.name().equals(each.name())).findFirst().orElseThrow();
      double accuracy =
          TrainingProgress.listen(
                  (done, total) -> {},
                  () ->
                      LinearEvaluation.of(
                          each.encoder(), experiment.data().evaluation(), experiment.evaluation()))
              .accuracy();
      rows[i] =
          new EncoderRow(
              each.name(),
              each.origin(),
              each.temperature(),
              accuracy,
              NeighbourOverlap.of(seen.get(0), own, Math.min(NEIGHBOURS, own.n() - 1)));
      TrainingProgress.report(i + 1L, rows.length);
    }
    return new EncoderTable(experiment.name(), NEIGHBOURS, List.of(rows));
  }

  /** The experiment and the names of its encoders. */
  @Override
  public String toString() {
    return experiment.name()
        + ": "
        + String.join(", ", encoders.stream().map(NamedEncoder::name).toList());
  }
}
