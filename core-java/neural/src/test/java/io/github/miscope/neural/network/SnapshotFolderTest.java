package io.github.miscope.neural.network;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.data.SplitData;
import io.github.miscope.neural.internal.NetworkTensors;
import io.github.miscope.neural.layer.DenseLayer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.libtorch.Libtorch;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.neural.training.SnapshotEpochs;
import io.github.miscope.sample.Seed;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots are read as they were written, or refused. */
class SnapshotFolderTest {

  private static final int CHECKSUM = 32;
  private static final NetworkPlan PLAN = small(Plans.dense(4));

  @TempDir Path folder;
  private TrainedNetwork trained;

  @BeforeAll
  static void load() {
    Libtorch.require();
  }

  @BeforeEach
  void train() throws IOException {
    trained = PLAN.train(folder);
    assertEquals(
        List.of(
            "epoch-0000000000.snapshot", "epoch-0000000002.snapshot", "epoch-0000000004.snapshot"),
        names());
  }

  private static NetworkPlan small(NetworkPlan plan) {
    LabelledData few = plan.data().test().rows(IntStream.range(0, 60).toArray());
    return new NetworkPlan(plan.network(), plan.training(), SplitData.same(few), plan.initial());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString())
          .filter(name -> !name.equals(".lock"))
          .sorted()
          .toList();
    }
  }

  private Path file(int epoch) {
    return folder.resolve("epoch-000000000" + epoch + ".snapshot");
  }

  private void assertRefused(String... parts) {
    IOException e = assertThrows(IOException.class, () -> PLAN.train(folder));
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), e.getMessage());
    }
  }

  @Test
  void aFinishedTrainingIsRead() throws IOException {
    byte[] before = Files.readAllBytes(file(4));
    assertEquals(trained.snapshots(), PLAN.train(folder).snapshots());
    assertTrue(Arrays.equals(before, Files.readAllBytes(file(4))));
  }

  @Test
  void aFlippedBitAnywhereIsRefused() throws IOException {
    SnapshotFolder files = new SnapshotFolder(folder, PLAN);
    byte[] whole = Files.readAllBytes(file(2));
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) (1 << i % 8);
      Files.write(file(2), flipped);
      IOException e = assertThrows(IOException.class, files::read, "byte " + i);
      assertTrue(e.getMessage().contains("epoch-0000000002.snapshot"), e.getMessage());
    }
    Files.write(file(2), whole);
    assertNotNull(files.read());
  }

  @Test
  void aCutAnywhereIsRefused() throws IOException {
    SnapshotFolder files = new SnapshotFolder(folder, PLAN);
    byte[] whole = Files.readAllBytes(file(4));
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(4), Arrays.copyOf(whole, length));
      assertThrows(IOException.class, files::read, "cut at byte " + length);
    }
    Files.write(file(4), Arrays.copyOf(whole, whole.length + 1));
    assertThrows(IOException.class, files::read, "a byte too many");
    assertRefused("epoch-0000000004.snapshot", "is damaged");
  }

  /** The checksum is right, the lengths are not: nothing is allocated for them. */
  @Test
  void lengthsAreCheckedBeforeArraysAreMade() throws Exception {
    SnapshotFolder files = new SnapshotFolder(folder, PLAN);
    byte[] whole = Files.readAllBytes(file(4));
    int[] lengths = NetworkTensors.lengths(PLAN.network());
    int[] state = NetworkTensors.stateLengths(PLAN.network());
    int arrays =
        whole.length
            - CHECKSUM
            - 4
                * (2
                    + lengths.length
                    + state.length
                    + Arrays.stream(lengths).sum()
                    + Arrays.stream(state).sum());
    assertEquals(lengths.length, ByteBuffer.wrap(whole).getInt(arrays), "the place of the count");
    for (int place : new int[] {arrays, arrays + 4}) {
      for (int count : new int[] {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 0, 1 << 28}) {
        byte[] forged = whole.clone();
        ByteBuffer.wrap(forged).putInt(place, count);
        byte[] body = Arrays.copyOf(forged, forged.length - CHECKSUM);
        byte[] checksum = MessageDigest.getInstance("SHA-256").digest(body);
        System.arraycopy(checksum, 0, forged, body.length, CHECKSUM);
        Files.write(file(4), forged);
        IOException e = assertThrows(IOException.class, files::read);
        assertTrue(e.getMessage().contains("a snapshot has " + count), e.getMessage());
      }
    }
  }

  /** 1 GB of nothing is refused, and not held in memory. */
  @Test
  void aHugeFileIsRefused() throws IOException {
    try (RandomAccessFile sparse = new RandomAccessFile(file(4).toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }
    assertRefused("epoch-0000000004.snapshot", "is damaged");
    Files.delete(file(4));
    try (RandomAccessFile sparse = new RandomAccessFile(file(4).toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }
    assertRefused("epoch-0000000004.snapshot", "is not a miscope snapshot");
  }

  @Test
  void aMissingFileBeforeOthersIsNoticed() throws IOException {
    Files.delete(file(2));
    assertRefused("epoch-0000000004.snapshot is there, but epoch-0000000002.snapshot");
    Files.delete(file(0));
    assertRefused("epoch-0000000000.snapshot before it is missing");
  }

  @Test
  void missingFilesAtTheEndAreTrainedAnew() throws IOException {
    byte[] last = Files.readAllBytes(file(4));
    Files.delete(file(4));
    assertEquals(trained.snapshots(), PLAN.train(folder).snapshots());
    assertTrue(Arrays.equals(last, Files.readAllBytes(file(4))), "to the same bytes");
  }

  @Test
  void aRenamedCopyIsNoticed() throws IOException {
    Files.copy(file(2), file(4), StandardCopyOption.REPLACE_EXISTING);
    assertRefused("epoch-0000000004.snapshot is a renamed snapshot of epoch 2");
  }

  @Test
  void aStrayFileIsNoticed() throws IOException {
    Files.copy(file(2), file(3));
    assertRefused("epoch-0000000003.snapshot is a renamed snapshot of epoch 2");
    Files.delete(file(3));
    Files.writeString(folder.resolve("notes.snapshot"), "dear diary");
    assertRefused("notes.snapshot is not a miscope snapshot");
    Files.delete(folder.resolve("notes.snapshot"));
    Files.writeString(folder.resolve("notes.txt"), "dear diary");
    Files.writeString(folder.resolve("._epoch-0000000002.snapshot"), "made by a file manager");
    assertEquals(trained.snapshots(), PLAN.train(folder).snapshots(), "these are none of ours");
  }

  /** The same plan, trained elsewhere: each file is right, but not what followed the other. */
  @Test
  void aSnapshotOfAnotherTrainingIsNoticed() throws IOException {
    Snapshot second = trained.snapshots().get(1);
    SnapshotFolder files = new SnapshotFolder(folder, PLAN);
    SnapshotFolder.Kept kept = files.read();
    assertNotNull(kept);
    // Written after the last, not after the first.
    files.write(second, kept.state().toArray(new float[0][]));
    assertRefused("epoch-0000000002.snapshot does not follow the snapshot before it");
  }

  @Test
  void oldVersionsAreNamed() throws IOException {
    Files.writeString(file(0), "miscope snapshot 1\n");
    assertRefused("epoch-0000000000.snapshot is a snapshot of another version");
  }

  @Test
  void theOptionThatDiffersIsNamed() {
    NetworkTraining training = PLAN.training();
    assertOther("epochs: 4 in the file, 5 now", with(training.withEpochs(5)));
    assertOther("batch: 256 in the file, 128 now", with(training.withBatch(128)));
    assertOther("seed: 1 in the file, 2 now", with(training.withSeed(Seed.of(2))));
    assertOther("snapshots", with(training.withSnapshots(SnapshotEpochs.every(1, 4))));
    NetworkWeights weights = NetworkWeights.random(PLAN.network(), Seed.of(99));
    assertOther(
        "initial weights: " + weights + " in the file and now, but with other data",
        PLAN.withInitial(weights));
    LabelledData data = PLAN.data().training();
    float[] values = data.values(0, data.n());
    values[7] = Math.nextUp(values[7]);
    LabelledData other = LabelledData.of(data.shape(), values, data.labels(), data.classes());
    assertOther(
        "training data: 60 x 12, 2 classes in the file and now, but",
        new NetworkPlan(PLAN.network(), training, new SplitData(other, data), PLAN.initial()));
  }

  private static NetworkPlan with(NetworkTraining training) {
    return new NetworkPlan(PLAN.network(), training, PLAN.data(), PLAN.initial());
  }

  private void assertOther(String part, NetworkPlan other) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> other.train(folder));
    assertTrue(e.getMessage().contains("is of another plan"), e.getMessage());
    assertTrue(e.getMessage().contains(part), e.getMessage());
  }

  @Test
  void twoTrainingsCannotShareAFolder() throws IOException {
    SnapshotFolder first = new SnapshotFolder(folder, PLAN);
    try (SnapshotFolder.Use use = first.use()) {
      assertDoesNotThrow(use::require);
      assertEquals(trained.snapshots(), PLAN.train(folder).snapshots(), "a finished one is read");
      Files.delete(file(4));
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> PLAN.train(folder));
      assertTrue(e.getMessage().contains("in use by another training"), e.getMessage());
    }
    assertEquals(trained.snapshots(), PLAN.train(folder).snapshots());
  }

  @Test
  void whatAKilledProcessBeganIsRemoved() throws IOException {
    Files.delete(file(4));
    Files.writeString(folder.resolve(".epoch-0000000004.snapshot.abc.part"), "half");
    PLAN.train(folder);
    assertEquals(3, names().size(), names().toString());
  }

  @Test
  void weightsMustBeFinite() {
    NoisyNetwork network = NoisyNetwork.dense(Nonlinearity.TANH, 2, 1);
    for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> NetworkWeights.of(network, new float[] {0, wrong}, new float[] {0}));
      assertEquals("weights[0][1] is " + wrong + ": values must be finite", e.getMessage());
    }
    assertEquals(2, NetworkTensors.lengths(network).length);
  }

  /**
   * A unit that is never active hides its weight from the loss: 1e30 times the gradient of weight
   * decay towards orthonormal rows overflows.
   */
  @Test
  void weightsThatDivergeBehindAFiniteLossAreSeen() {
    NoisyNetwork network =
        new NoisyNetwork(
            PLAN.network().input(),
            List.of(DenseLayer.of(3, Nonlinearity.RELU), DenseLayer.of(2, Nonlinearity.LINEAR)));
    float[][] initial = NetworkWeights.random(network, Seed.of(1)).values();
    Arrays.fill(initial[1], -100); // No unit is ever active.
    NetworkTraining training = NetworkTraining.sgd(0.01, 60).withBatch(60).withOrthonormality(1e6);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new NetworkPlan(network, training, PLAN.data(), NetworkWeights.of(network, initial))
                    .train());
    assertTrue(e.getMessage().contains("diverges: "), e.getMessage());
  }
}
