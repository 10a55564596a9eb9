package io.github.miscope.sample.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.refusal.Outcome;
import io.github.miscope.sample.ColumnKind;
import io.github.miscope.sample.Variable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyFileTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"c-order", "fortran-order"})
  void bothOrdersGiveTheSameArray(String name) throws IOException {
    NpyArray array = NpyFile.read(NpyBytes.numpy(name + ".npy"));
    assertArrayEquals(new int[] {3, 2, 2}, array.shape());
    assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, array.values());
    Variable variable = array.toVariable("t");
    assertEquals(4, variable.d());
    assertArrayEquals(new double[] {3, 7, 11}, variable.column(3));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void allVersionsOfTheFormat(int version) throws IOException {
    NpyArray array = NpyFile.read(NpyBytes.numpy("version-" + version + ".npy"));
    assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5}, array.values());
  }

  @Test
  void aScalarHasNoRows() throws IOException {
    NpyArray scalar = NpyFile.read(NpyBytes.numpy("scalar.npy"));
    assertArrayEquals(new int[0], scalar.shape());
    assertArrayEquals(new double[] {2.5}, scalar.values());
    assertTrue(
        message(() -> scalar.toVariable("x"))
            .endsWith("scalar.npy must have at least 2 rows: shape=[]"));
  }

  @ParameterizedTest
  @CsvSource({
    "empty.npy, must have at least 2 rows: shape=[0; 3]",
    "no-columns.npy, must have at least 1 value in each row: shape=[3; 0]"
  })
  void emptyArraysAreReadButAreNoVariables(String name, String message) throws IOException {
    NpyArray array = NpyFile.read(NpyBytes.numpy(name));
    assertEquals(0, array.values().length);
    assertTrue(
        message(() -> array.toVariable("x")).endsWith(name + " " + message.replace(';', ',')));
  }

  @ParameterizedTest
  @CsvSource({
    "objects.npy, holds Python objects",
    "text.npy, holds text",
    "bytes.npy, holds text",
    "structured.npy, holds a structured array",
    "complex.npy, holds complex numbers",
    "dates.npy, holds dates",
    "spans.npy, holds time spans",
    "long-double.npy, has a dtype that is not read: \"<f16\""
  })
  void whatIsNotNumbersIsRefused(String name, String message) {
    Path file = NpyBytes.numpy(name);
    String refusal = message(() -> NpyFile.read(file));
    assertTrue(refusal.startsWith(file + " " + message), refusal);
  }

  @Test
  void classesAreEqualOnlyIfTheirIntegersAre() throws IOException {
    Variable classes = NpyFile.read(NpyBytes.numpy("classes.npy")).toClasses("y");
    assertEquals(List.of(ColumnKind.DISCRETE), classes.kinds());
    assertArrayEquals(new int[] {0, 1, 2, 0}, classes.levels());
    Variable close =
        array(
                "(3,)", "<i8", 0, 0, 0, 0, 0, 0, 0x20, 0, 1, 0, 0, 0, 0, 0, 0x20, 0, 0, 0, 0, 0, 0,
                0, 0x20, 0)
            .toClasses("y");
    assertArrayEquals(new int[] {0, 1, 0}, close.levels());
    Variable unsigned =
        array("(2,)", "<u8", 255, 255, 255, 255, 255, 255, 255, 255, 1, 0, 0, 0, 0, 0, 0, 0)
            .toClasses("y");
    assertArrayEquals(new int[] {1, 0}, unsigned.levels());
    Variable doubles =
        NpyFile.read(write(NpyBytes.doubles("(4,)", 0x1p33, 0.0, -0.0, 0x1p40))).toClasses("y");
    assertArrayEquals(new int[] {1, 0, 0, 2}, doubles.levels());
    Variable few = NpyFile.read(write(NpyBytes.doubles("(3,)", 7, -8, 7))).toClasses("y");
    assertArrayEquals(new double[] {7, -8, 7}, few.column(0));
  }

  @Test
  void classesAreWholeNumbersAndOneForEachRow() throws IOException {
    Path file = write(NpyBytes.doubles("(3,)", 1, 0.5, 2));
    assertEquals(
        file + "[1] must be a whole number: 0.5", message(() -> NpyFile.read(file).toClasses("y")));
    write(NpyBytes.doubles("(2,)", 1, Double.POSITIVE_INFINITY));
    assertEquals(
        file + "[1] is Infinity: values must be finite",
        message(() -> NpyFile.read(file).toClasses("y")));
    write(NpyBytes.doubles("(2, 2)", 1, 2, 3, 4));
    assertEquals(
        file + " must have one class for each row: shape=[2, 2]",
        message(() -> NpyFile.read(file).toClasses("y")));
  }

  @Test
  void valuesMustBeFinite() {
    Path file = write(NpyBytes.doubles("(2, 2)", 1, 2, Double.NaN, 4));
    assertEquals(
        file + "[1][0] is NaN: values must be finite",
        message(() -> NpyFile.read(file).toVariable("x")));
  }

  @Test
  void whatIsAnnouncedIsComparedWithTheFileBeforeMemoryIsTaken() {
    for (String shape :
        List.of(
            "(268435456,)",
            "(2147483647, 2147483647)",
            "(2147483647, 2147483647, 2147483647, 2147483647, 2)",
            "(65536, 65536, 65536, 65536)",
            "(4294967296,)",
            "(99999999999999999999999,)")) {
      Path file = write(NpyBytes.of("<f8", shape, 96));
      Outcome outcome = Outcome.of(() -> NpyFile.read(file));
      assertEquals(IllegalArgumentException.class, outcome.thrown().getClass());
      assertTrue(outcome.message().startsWith(file.toString()), outcome.message());
      assertTrue(outcome.bytes() < 1 << 20, () -> shape + ": " + outcome);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'descr': '<f8', 'fortran_order': False}|has no 'shape' in its header",
        "{'fortran_order': False, 'shape': (0,)}|has no 'descr' in its header",
        "{'descr': '<f8', 'shape': (0,)}|has no 'fortran_order' in its header",
        "{'descr': '<f8', 'descr': '<f8'}|the key 'descr' twice",
        "{'descr': '<f8', 'fortran_order': 0, 'shape': (0,)}|neither True nor False",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}|no length of an axis",
        "{'descr': '<f8', 'fortran_order': False, 'shape': 3}|no '(' at character",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (0,)|no '}' at character",
        "{'descr': '<f8', 'fortran_order': False, 'shape': (0,)} x|text after its dictionary",
        "{'descr': '<f8', 'order': 'C'}|the key 'order'",
        "{'descr': '=f8', 'fortran_order': False, 'shape': (0,)}|the order of its bytes",
        "{'descr': 'f8', 'fortran_order': False, 'shape': (0,)}|the order of its bytes",
        "{'descr': '', 'fortran_order': False, 'shape': (0,)}|dtype that is not read",
        "{'descr': '<f7', 'fortran_order': False, 'shape': (0,)}|dtype that is not read",
        "[]|no '{' at character 0",
        "{|no text in quotes"
      })
  void aMalformedHeaderIsNamed(String header, String message) {
    Path file = write(NpyBytes.of(header, new byte[0]));
    String refusal = message(() -> NpyFile.read(file));
    assertTrue(refusal.startsWith(file.toString()) && refusal.contains(message), refusal);
  }

  @Test
  void headersThatOthersWriteAreRead() throws IOException {
    for (String header :
        List.of(
            "{\"descr\":\"<f8\",\"fortran_order\":False,\"shape\":(2,)}",
            "{'shape': (2L,), 'fortran_order': True, 'descr': '<f8'}",
            "{'descr': '<f8', 'fortran_order': False, 'shape': (2), }   ")) {
      NpyArray array = NpyFile.read(write(NpyBytes.of(header, new byte[16])));
      assertArrayEquals(new int[] {2}, array.shape());
    }
  }

  @Test
  void aFileThatGoesOnIsRefused() {
    Path file = write(NpyBytes.of("<i2", "(3,)", 7));
    assertTrue(message(() -> NpyFile.read(file)).startsWith(file + " goes on after its array"));
  }

  @Test
  void booleansAreZeroOrOne() throws IOException {
    assertArrayEquals(new double[] {1, 0}, array("(2,)", "|b1", 1, 0).values());
    String refusal = message(() -> array("(2,)", "|b1", 1, 2));
    assertTrue(refusal.endsWith("holds a boolean that is neither 0 nor 1: 2"), refusal);
  }

  @Test
  void whatIsNoFileIsNamed() {
    Path none = folder.resolve("none.npy");
    assertEquals(
        none + ": there is no such file",
        assertThrows(NoSuchFileException.class, () -> NpyFile.read(none)).getMessage());
    String relative =
        assertThrows(NoSuchFileException.class, () -> NpyFile.read(Path.of("no.npy"))).getMessage();
    assertTrue(
        relative.startsWith("no.npy: there is no such file in " + Path.of("").toAbsolutePath()));
    assertEquals(folder + " is a folder, not a file", message(() -> NpyFile.read(folder)));
    Path text = NpyBytes.write(folder, "text.npy", "1,2\n3,4\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        text + " is no NPY file: it does not begin with \\x93NUMPY",
        message(() -> NpyFile.read(text)));
    Path empty = NpyBytes.write(folder, "text.npy", new byte[0]);
    assertEquals(empty + " is no NPY file: it is empty", message(() -> NpyFile.read(empty)));
    assertTrue(
        message(() -> NpyFile.read(NpyBytes.numpy("types.npz"))).contains("it is an archive"));
  }

  private NpyArray array(String shape, String descr, int... bytes) throws IOException {
    byte[] items = new byte[bytes.length];
    for (int i = 0; i < items.length; i++) {
      items[i] = (byte) bytes[i];
    }
    return NpyFile.read(
        write(
            NpyBytes.of(
                "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }",
                items)));
  }

  private Path write(byte[] bytes) {
    return NpyBytes.write(folder, "x.npy", bytes);
  }

  private static String message(org.junit.jupiter.api.function.Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }
}
