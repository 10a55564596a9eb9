package io.github.miscope.neural.network;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots in files, one each. A file is written beside its place and then moved there, so that a
 * killed process leaves whole files only.
 */
final class SnapshotFolder {

  private static final String HEADER = "miscope snapshot 1";
  private static final String ENDING = ".snapshot";

  /**
   * What was read.
   *
   * @param snapshots in the order of epochs
   * @param state of the optimiser after the last
   */
  record Kept(List<Snapshot> snapshots, List<float[]> state) {}

  private final Path folder;
  private final NetworkPlan plan;

  SnapshotFolder(Path folder, NetworkPlan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /** The snapshots that are there; none if there are none. */
  @Nullable Kept read() throws IOException {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    }
    List<Snapshot> snapshots = new ArrayList<>();
    float[][] state = {};
    for (Path file : files) {
      state = read(file, snapshots);
    }
    return snapshots.isEmpty() ? null : new Kept(snapshots, List.of(state));
  }

  private float[][] read(Path file, List<Snapshot> snapshots) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (!in.readUTF().equals(HEADER)) {
        throw new IOException(file + " is no snapshot of this version");
      }
      String identity = in.readUTF();
      if (!identity.equals(plan.identity())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s is of another plan: choose another folder. It has%n%s%nbut wanted is%n%s",
                file,
                identity,
                plan.identity()));
      }
      int epoch = in.readInt();
      Score training = new Score(in.readDouble(), in.readDouble());
      Score test = new Score(in.readDouble(), in.readDouble());
      NetworkWeights weights = NetworkWeights.of(plan.network(), arrays(in));
      snapshots.add(new Snapshot(epoch, weights, training, test));
      return arrays(in);
    } catch (EOFException e) {
      throw new IOException(file + " is cut short", e);
    }
  }

  void write(Snapshot snapshot, float[][] state) throws IOException {
    Files.createDirectories(folder);
    // Ten digits: names sort as epochs do.
    Path file =
        folder.resolve(String.format(Locale.ROOT, "epoch-%010d%s", snapshot.epoch(), ENDING));
    Path part = folder.resolve("writing.part");
    try (FileOutputStream stream = new FileOutputStream(part.toFile());
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream))) {
      out.writeUTF(HEADER);
      out.writeUTF(plan.identity());
      out.writeInt(snapshot.epoch());
      for (Score score : List.of(snapshot.training(), snapshot.test())) {
        out.writeDouble(score.loss());
        out.writeDouble(score.accuracy());
      }
      arrays(out, snapshot.weights().shared());
      arrays(out, state);
      out.flush();
      stream.getFD().sync();
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static float[][] arrays(DataInputStream in) throws IOException {
    float[][] arrays = new float[in.readInt()][];
    for (int a = 0; a < arrays.length; a++) {
      arrays[a] = new float[in.readInt()];
      for (int i = 0; i < arrays[a].length; i++) {
        arrays[a][i] = in.readFloat();
      }
    }
    return arrays;
  }

  private static void arrays(DataOutputStream out, float[][] arrays) throws IOException {
    out.writeInt(arrays.length);
    for (float[] array : arrays) {
      out.writeInt(array.length);
      for (float value : array) {
        out.writeFloat(value);
      }
    }
  }
}
