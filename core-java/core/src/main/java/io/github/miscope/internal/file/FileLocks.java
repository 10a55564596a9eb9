package io.github.miscope.internal.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Locks of files among processes, and within this one. A lock ends with its process. */
public final class FileLocks {

  /** Far behind every byte: on Windows, a locked byte cannot be read by others. */
  private static final long PLACE = Long.MAX_VALUE - 1;

  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private FileLocks() {}

  /** A file that is open and locked. */
  public static final class Locked implements AutoCloseable {

    private final Path key;
    private final RandomAccessFile file;

    private Locked(Path key, RandomAccessFile file) {
      this.key = key;
      this.file = file;
    }

    /** The open file. */
    public RandomAccessFile file() {
      return file;
    }

    @Override
    public void close() throws IOException {
      try {
        file.close(); // Gives the lock back.
      } finally {
        HELD.remove(key);
      }
    }
  }

  /**
   * Opens a file for reading and writing, and locks it; makes it if it is not there.
   *
   * @return the file, or empty if another run holds it
   * @throws IOException if it cannot be opened, or its file system has no locks
   */
  public static Optional<Locked> open(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path key =
        file.toFile().exists() || folder == null
            ? file.toRealPath()
            : folder.toRealPath().resolve(file.getFileName());
    // Asked first: closing a second handle would give back the lock of the first (POSIX).
    if (!HELD.add(key)) {
      return Optional.empty();
    }
    RandomAccessFile open = null;
    boolean locked = false;
    try {
      open = new RandomAccessFile(key.toFile(), "rw");
      FileLock lock = open.getChannel().tryLock(PLACE, 1, false);
      locked = lock != null;
      return locked ? Optional.of(new Locked(key, open)) : Optional.empty();
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } finally {
      if (!locked) {
        HELD.remove(key);
        if (open != null) {
          open.close();
        }
      }
    }
  }
}
