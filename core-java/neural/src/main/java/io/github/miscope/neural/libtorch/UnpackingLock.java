package io.github.miscope.neural.libtorch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time unpack natives. JavaCPP's own lock is of single files, and the second
 * of two processes that wait for it writes the file again, which the first has mapped by then: the
 * first ends with a bus error.
 */
final class UnpackingLock {

  private final @Nullable FileChannel channel;

  private UnpackingLock(@Nullable FileChannel channel) {
    this.channel = channel;
  }

  /** Waits for other processes. */
  static UnpackingLock take() {
    FileChannel channel = null;
    try {
      Path file = Loader.getCacheDir().toPath().resolve(".miscope.lock");
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      // Closing the channel gives the lock back.
      channel.lock();
    } catch (IOException | OverlappingFileLockException e) {
      // A folder that cannot be written to has been filled before, not every file system has locks,
      // and for two class loaders of one process JavaCPP's own lock will do.
    }
    return new UnpackingLock(channel);
  }

  /** Lets the next process go on. */
  void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        // The lock is lost with the channel in any case.
      }
    }
  }
}
