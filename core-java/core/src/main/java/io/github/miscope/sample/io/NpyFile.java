package io.github.miscope.sample.io;

import io.github.miscope.file.WholeFile;
import io.github.miscope.sample.Variable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * NPY files, in which NumPy's {@code save} keeps one array: format versions 1 to 3; booleans,
 * integers of 1 to 8 bytes, signed or not, and floats of 2, 4 or 8 bytes; big or little endian; in
 * the order of C or of Fortran; of any shape. What NumPy would unpickle is refused.
 *
 * <p>Format: <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">
 * numpy.lib.format</a>.
 */
public final class NpyFile {

  private NpyFile() {}

  /**
   * The array of a file. What its header announces is compared with the file's size before memory
   * is taken for it.
   *
   * @param file an NPY file
   * @return its array
   * @throws IOException if the file cannot be read, among others a {@link
   *     java.nio.file.NoSuchFileException} if it is not there
   * @throws IllegalArgumentException if it is no NPY file, is cut short, goes on after its array or
   *     holds something else than numbers; the message names the file
   */
  public static NpyArray read(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    Sources.requireFile(file);
    try (InputStream in = Files.newInputStream(file)) {
      return NpyReader.read(in, Files.size(file), file.toString());
    }
  }

  /**
   * Writes a variable as an array of n rows and d columns of 8-byte floats, in the order of C and
   * little endian, in format version 1: what {@code numpy.load} reads. Discrete columns are written
   * as their codes. The file is written as a whole: it is never seen in part.
   *
   * @param file the file to write or overwrite
   * @param variable n observations of d columns
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, Variable variable) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(variable, "variable");
    WholeFile.write(file, out -> NpyWriter.write(variable, out));
  }
}
