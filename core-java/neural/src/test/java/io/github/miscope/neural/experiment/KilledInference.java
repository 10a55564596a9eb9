package io.github.miscope.neural.experiment;

import io.github.miscope.neural.data.FashionMnist;
import io.github.miscope.neural.data.SplitData;
import io.github.miscope.neural.representation.EncoderNetwork;
import io.github.miscope.neural.training.SnapshotEpochs;
import io.github.miscope.sample.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A process that trains the encoders of a tiny experiment in a folder; for being killed. */
final class KilledInference {

  /** 60 own images and 60 others, 8 columns. */
  static final DatasetInference TINY = tiny();

  /** Five trainings of it. */
  static final DatasetInference SHORT = TINY.withHeads(Heads.NONE).withTemperatures(0.2);

  private KilledInference() {}

  private static DatasetInference tiny() {
    SplitData all = FashionMnist.part();
    SplitData few =
        new SplitData(
            all.training().rows(IntStream.range(0, 120).map(i -> 16 * i).toArray()),
            all.test().rows(IntStream.range(0, 100).map(i -> 10 * i).toArray()));
    DatasetInference small = Experiments.datasetInference(InferenceData.halves(few), Size.SMALL);
    int epochs = 4;
    return small
        .withShape(EncoderNetwork.halving(few.training().shape(), 4, 2).withHead(6, 3))
        .withTraining(
            small
                .training()
                .withBatch(20)
                .withEpochs(epochs)
                .withSnapshots(SnapshotEpochs.every(1, epochs)))
        .withAttack(
            small
                .attack()
                .withBatch(20)
                .withEpochs(epochs)
                .withSnapshots(SnapshotEpochs.every(1, epochs)))
        .withSeed(Seed.of(7));
  }

  /** Argument: the folder. */
  public static void main(String[] args) throws IOException {
    SHORT.run(Path.of(args[0]));
  }
}
