package io.github.miscope.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PositionedReadable;
import org.apache.hadoop.fs.Seekable;
import org.apache.hadoop.fs.Syncable;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * Files in the memory of this process, as an object store has them: a file is there once it is
 * closed, nothing can be flushed or appended to, and there are no folders.
 */
public final class KeptFiles extends FileSystem {

  /** By path. */
  static final NavigableMap<String, byte[]> FILES = new ConcurrentSkipListMap<>();

  private Path working = new Path("kept://store/");

  /** What Hadoop calls. */
  public KeptFiles() {}

  private static String name(Path path) {
    return path.toUri().getPath();
  }

  @Override
  public URI getUri() {
    return URI.create("kept://store");
  }

  @Override
  public String getScheme() {
    return "kept";
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    byte[] bytes = FILES.get(name(path));
    if (bytes == null) {
      throw new FileNotFoundException(path.toString());
    }
    return new FSDataInputStream(new Reader(bytes));
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return new FSDataOutputStream(new Writer(name(path)), null);
  }

  @Override
  public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
    throw new UnsupportedOperationException("append");
  }

  @Override
  public boolean rename(Path from, Path to) {
    byte[] bytes = FILES.remove(name(from));
    if (bytes != null) {
      FILES.put(name(to), bytes);
    }
    return bytes != null;
  }

  @Override
  public boolean delete(Path path, boolean recursive) {
    return FILES.remove(name(path)) != null;
  }

  @Override
  public FileStatus[] listStatus(Path folder) {
    List<FileStatus> all = new ArrayList<>();
    String inside = name(folder) + "/";
    for (Map.Entry<String, byte[]> file : FILES.tailMap(inside).entrySet()) {
      if (file.getKey().startsWith(inside)) {
        all.add(status(file.getKey(), file.getValue()));
      }
    }
    return all.toArray(new FileStatus[0]);
  }

  private FileStatus status(String name, byte[] bytes) {
    return new FileStatus(bytes.length, false, 1, 1, 0, new Path("kept://store" + name));
  }

  @Override
  public void setWorkingDirectory(Path folder) {
    working = folder;
  }

  @Override
  public Path getWorkingDirectory() {
    return working;
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) {
    return true;
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    byte[] bytes = FILES.get(name(path));
    if (bytes == null) {
      throw new FileNotFoundException(path.toString());
    }
    return status(name(path), bytes);
  }

  private static final class Writer extends ByteArrayOutputStream implements Syncable {

    private final String name;

    Writer(String name) {
      this.name = name;
    }

    @Override
    public void hflush() {
      throw new UnsupportedOperationException("hflush");
    }

    @Override
    public void hsync() {
      throw new UnsupportedOperationException("hsync");
    }

    @Override
    public void close() {
      FILES.put(name, toByteArray());
    }
  }

  private static final class Reader extends InputStream implements Seekable, PositionedReadable {

    private final byte[] bytes;
    private ByteArrayInputStream in;

    Reader(byte[] bytes) {
      this.bytes = bytes;
      in = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] out, int offset, int length) {
      return in.read(out, offset, length);
    }

    @Override
    public void seek(long position) {
      in = new ByteArrayInputStream(bytes, (int) position, bytes.length - (int) position);
    }

    @Override
    public long getPos() {
      return (long) bytes.length - in.available();
    }

    @Override
    public boolean seekToNewSource(long position) {
      return false;
    }

    @Override
    public int read(long position, byte[] out, int offset, int length) {
      seek(position);
      return in.read(out, offset, length);
    }

    @Override
    public void readFully(long position, byte[] out, int offset, int length) {
      read(position, out, offset, length);
    }

    @Override
    public void readFully(long position, byte[] out) {
      read(position, out, 0, out.length);
    }
  }
}
