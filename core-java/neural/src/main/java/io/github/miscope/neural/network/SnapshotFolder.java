package io.github.miscope.neural.network;

import io.github.miscope.file.WholeFile;
import io.github.miscope.internal.file.FileLocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots in files, one each, written as a whole. Each file has a checksum of itself and of the
 * one before it, so that what is damaged, renamed, exchanged or missing is found when the folder is
 * read. Missing ones at the end are trained anew.
 */
final class SnapshotFolder {

  private static final String ENDING = ".snapshot";
  private static final String LOCK = ".lock";

  /** Files that a killed process had begun to write. */
  private static final Pattern BEGUN = Pattern.compile("\\.epoch-\\d{10}\\.snapshot\\..*\\.part");

  /**
   * What was read.
   *
   * @param snapshots in the order of epochs, at least one
   * @param state of the optimiser after the last
   */
  record Kept(List<Snapshot> snapshots, List<float[]> state) {

    Snapshot last() {
      return snapshots.get(snapshots.size() - 1);
    }
  }

  private final Path folder;
  private final NetworkPlan plan;
  private final SnapshotFormat format;

  /** The checksum of the last snapshot that was read or written. */
  private String previous = SnapshotFormat.NONE;

  SnapshotFolder(Path folder, NetworkPlan plan) {
    this.folder = folder;
    this.plan = plan;
    this.format = new SnapshotFormat(plan);
  }

  /** The use of a folder by a training, shut out from it or not. */
  final class Use implements AutoCloseable {

    private final FileLocks.@Nullable Locked locked;
    private final @Nullable IOException failure;

    private Use(FileLocks.@Nullable Locked locked, @Nullable IOException failure) {
      this.locked = locked;
      this.failure = failure;
    }

    /** Refuses to write if another training does, or nobody can. */
    void require() throws IOException {
      if (failure != null) {
        throw failure;
      }
      if (locked == null) {
        throw new IllegalArgumentException(
            folder + " is in use by another training: wait for its end, or choose another folder");
      }
    }

    @Override
    public void close() throws IOException {
      if (locked != null) {
        locked.close();
      }
    }
  }

  /** Locks the folder, if it can be: a finished training is read without. */
  Use use() throws IOException {
    try {
      Files.createDirectories(folder);
      Optional<FileLocks.Locked> locked = FileLocks.open(folder.resolve(LOCK));
      if (locked.isPresent()) {
        for (Path begun : files(BEGUN)) {
          Files.delete(begun);
        }
      }
      return new Use(locked.orElse(null), null);
    } catch (IOException e) {
      return new Use(null, e);
    }
  }

  private List<Path> files(Pattern name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> name.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  /**
   * The snapshots that are there; none if there are none.
   *
   * @throws IllegalArgumentException if they are of another plan
   * @throws IOException if one is damaged, renamed, missing before others or not of the schedule
   */
  @Nullable Kept read() throws IOException {
    List<Snapshot> snapshots = new ArrayList<>();
    List<float[]> state = List.of();
    int expected = 0;
    previous = SnapshotFormat.NONE;
    // Hidden files are none of ours.
    for (Path file : files(Pattern.compile("[^.].*" + Pattern.quote(ENDING)))) {
      SnapshotFormat.Entry entry = format.read(file);
      int epoch = entry.snapshot().epoch();
      if (!file.getFileName().toString().equals(name(epoch))) {
        throw new IOException(
            file
                + " is a renamed snapshot of epoch "
                + epoch
                + ": name it "
                + name(epoch)
                + " or remove it");
      }
      if (epoch != expected) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s is there, but %s before it is missing: put it back, or remove those after it",
                file,
                name(expected)));
      }
      if (!entry.before().equals(previous)) {
        throw new IOException(
            file + " does not follow the snapshot before it: they are of different trainings");
      }
      snapshots.add(entry.snapshot());
      state = entry.state();
      expected = next(epoch);
      previous = entry.checksum();
    }
    return snapshots.isEmpty() ? null : new Kept(snapshots, state);
  }

  /** The epoch of the snapshot after one. */
  private int next(int epoch) {
    int last = plan.training().epochs();
    return plan.training().snapshots().epochs().stream()
        .filter(each -> each > epoch && each < last)
        .findFirst()
        .orElse(last);
  }

  void write(Snapshot snapshot, float[][] state) throws IOException {
    String before = previous;
    WholeFile.write(
        folder.resolve(name(snapshot.epoch())),
        out -> previous = format.write(snapshot, state, before, out));
  }

  /** Ten digits: names sort as epochs do. */
  private static String name(int epoch) {
    return String.format(Locale.ROOT, "epoch-%010d%s", epoch, ENDING);
  }
}
