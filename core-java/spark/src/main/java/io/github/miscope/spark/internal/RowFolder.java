package io.github.miscope.spark.internal;

import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.internal.file.JournalText;
import io.github.miscope.plan.Cells;
import io.github.miscope.plan.Plan;
import io.github.miscope.plan.Rows;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A folder on any file system of Hadoop that keeps the finished rows of one plan. Each task writes
 * a file of its own, in the format of local checkpoints, row by row: what is finished survives the
 * executor and the driver. On file systems without {@code hflush}, such as object stores, rows are
 * kept once their task ends.
 */
public final class RowFolder implements Serializable {

  private static final long serialVersionUID = 1;

  private static final String PREFIX = "rows-";

  /** More files than these are merged by the next run. */
  private static final int MANY = 256;

  private final String folder;
  private final SerializableConfiguration configuration;

  /** The plan; each file begins with it. */
  private final byte[] identity;

  private RowFolder(String folder, Configuration configuration, byte[] identity) {
    this.folder = folder;
    this.configuration = new SerializableConfiguration(configuration);
    this.identity = identity;
  }

  /**
   * Opens the folder of a plan, or makes it.
   *
   * @param folder its URI, such as hdfs://host/folder
   * @param configuration of Hadoop
   * @param plan the plan
   * @param earlier takes the rows of earlier runs
   * @param <R> what a cell gives
   * @return the folder, for tasks to write to
   * @throws IllegalArgumentException if the folder has rows of another plan
   */
  public static <R> RowFolder open(
      String folder, Configuration configuration, Plan<R> plan, Rows<R> earlier) {
    PlanIdentity identity = plan.identity();
    RowFolder opened = new RowFolder(folder, configuration, Parcel.pack(identity));
    try {
      opened.read(new JournalText(identity), plan, earlier);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use checkpoint " + folder + ": " + e.getMessage(), e);
    }
    return opened;
  }

  private <R> void read(JournalText text, Plan<R> plan, Rows<R> earlier) throws IOException {
    Path path = new Path(folder);
    FileSystem files = fileSystem(path);
    files.mkdirs(path);
    List<Path> read = new ArrayList<>();
    List<List<@Nullable String>> entries = new ArrayList<>();
    for (FileStatus file : files.listStatus(path)) {
      if (!file.getPath().getName().startsWith(PREFIX)) {
        continue;
      }
      byte[] bytes = bytes(files, file.getPath());
      read.add(file.getPath());
      if (!isBeginning(bytes, text.header())) {
        text.read(file.getPath().toString(), new ByteArrayInputStream(bytes), entries::add);
      }
    }
    for (List<@Nullable String> entry : entries) {
      plan.entry(entry).ifPresent(own -> earlier.keep(own.cell(), own.row()));
    }
    if (read.size() > MANY) {
      merge(files, text, entries, read);
    }
  }

  /** A file that was cut while its header was written. */
  private static boolean isBeginning(byte[] bytes, byte[] header) {
    return bytes.length < header.length
        && Arrays.equals(bytes, Arrays.copyOf(header, bytes.length));
  }

  private static byte[] bytes(FileSystem files, Path file) throws IOException {
    try (InputStream in = files.open(file)) {
      return in.readAllBytes();
    } catch (FileNotFoundException e) {
      return new byte[0]; // Merged by another run.
    }
  }

  private void merge(
      FileSystem files, JournalText text, List<List<@Nullable String>> entries, List<Path> read)
      throws IOException {
    Path unfinished = new Path(folder, "merging-" + UUID.randomUUID());
    try (OutputStream out = new BufferedOutputStream(files.create(unfinished, false))) {
      out.write(text.header());
      for (List<@Nullable String> entry : entries) {
        out.write(text.entry(entry));
      }
    }
    if (files.rename(unfinished, new Path(folder, PREFIX + "merged-" + UUID.randomUUID()))) {
      for (Path file : read) {
        files.delete(file, false);
      }
    }
  }

  private FileSystem fileSystem(Path path) throws IOException {
    FileSystem files = path.getFileSystem(configuration.value());
    // With checksums, a local file holds back the last bytes that were written.
    return files instanceof LocalFileSystem local ? local.getRawFileSystem() : files;
  }

  /**
   * Keeps the rows of a task.
   *
   * @param folder where; null for nowhere
   * @param cells the cells, of a plan if there is a folder
   * @param run names the run
   * @param context the task
   * @param <R> what a cell gives
   * @return to append to
   */
  static <R> Writer<R> writer(
      @Nullable RowFolder folder, Cells<R> cells, String run, TaskContext context) {
    if (folder == null || !(cells instanceof Plan<R> plan)) {
      return new Writer<>(null, null, null);
    }
    String name = PREFIX + run + "-" + context.taskAttemptId();
    return new Writer<>(folder, plan, new Path(folder.folder, name));
  }

  /**
   * Appends rows to a file that is made with the first.
   *
   * @param <R> what a cell gives
   */
  static final class Writer<R> implements AutoCloseable {

    private final @Nullable RowFolder folder;
    private final @Nullable Plan<R> plan;
    private final @Nullable Path file;
    private @Nullable FSDataOutputStream out;
    private @Nullable JournalText text;

    Writer(@Nullable RowFolder folder, @Nullable Plan<R> plan, @Nullable Path file) {
      this.folder = folder;
      this.plan = plan;
      this.file = file;
    }

    void append(int cell, R row) {
      if (folder == null || plan == null || file == null) {
        return;
      }
      try {
        if (out == null || text == null) {
          Object identity = Parcel.unpack(folder.identity, "");
          text = new JournalText((PlanIdentity) Objects.requireNonNull(identity));
          out = folder.fileSystem(file).create(file, true);
          out.write(text.header());
        }
        out.write(text.entry(plan.fields(cell, row)));
        flush(out);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "cannot write checkpoint " + file + ": " + e.getMessage(), e);
      }
    }

    private static void flush(FSDataOutputStream out) throws IOException {
      try {
        out.hflush();
      } catch (UnsupportedOperationException e) {
        out.flush(); // An object store: the file is there once it is closed.
      }
    }

    @Override
    public void close() {
      if (out != null) {
        try {
          out.close();
        } catch (IOException e) {
          throw new UncheckedIOException(
              "cannot write checkpoint " + file + ": " + e.getMessage(), e);
        }
      }
    }
  }
}
