package io.github.miscope.internal.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.refusal.Outcome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries are had back exactly, or not at all. */
class JournalTest {

  private static final PlanIdentity PLAN =
      PlanIdentity.of("test").option("label", "gr\u00f6\u00dfer, \ud83d\ude00", 1).build();

  /** Text that has spoilt files: line ends, tabs, escapes, several bytes a letter, no letter. */
  private static final List<List<@Nullable String>> ENTRIES =
      List.of(
          Arrays.asList("gr\u00f6\u00dfer", "", null, "\\N", "\\u0041", "a\\"),
          Arrays.asList("two\nlines", "carriage\r\nreturn", "tab\t", "\u2028 \u0085 \u0000"),
          Arrays.asList("\ud83d\ude00", "\ud83d", "\ude00\ud83d", "\u0661\u0660"),
          Arrays.asList((String) null),
          List.of());

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("test.checkpoint");
  }

  private List<List<@Nullable String>> read() throws IOException {
    List<List<@Nullable String>> entries = new ArrayList<>();
    Journal.open(file, PLAN, entries::add).close();
    return entries;
  }

  /** The same, and no more memory than a damaged file may cost. */
  private List<List<@Nullable String>> readSparingly() throws IOException {
    List<List<@Nullable String>> entries = new ArrayList<>();
    Outcome outcome =
        Outcome.of(
            () -> {
              Journal.open(file, PLAN, entries::add).close();
              return null;
            });
    assertTrue(outcome.bytes() < Outcome.MAX_BYTES / 4, outcome::toString);
    if (outcome.thrown() instanceof RuntimeException e) {
      throw e;
    }
    if (outcome.thrown() instanceof IOException e) {
      throw e;
    }
    return entries;
  }

  private void write() throws IOException {
    try (Journal journal = Journal.open(file, PLAN, entry -> {})) {
      for (List<@Nullable String> entry : ENTRIES) {
        journal.append(entry);
      }
    }
  }

  @Test
  void entriesAreReadBackExactly() throws IOException {
    write();
    assertEquals(ENTRIES, read());
    assertEquals(2 + ENTRIES.size(), Files.readAllLines(file).size(), "a line for each");
    write();
    List<List<@Nullable String>> twice = new ArrayList<>(ENTRIES);
    twice.addAll(ENTRIES);
    assertEquals(twice, read());
  }

  @Test
  void anyTextIsReadBackExactly() throws IOException {
    Random random = new Random(1);
    List<List<@Nullable String>> written = new ArrayList<>();
    try (Journal journal = Journal.open(file, PLAN, entry -> {})) {
      for (int i = 0; i < 2000; i++) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(6); length > 0; length--) {
          int kind = random.nextInt(4);
          text.append(
              kind == 0
                  ? (char) random.nextInt(0x10000)
                  : kind == 1 ? (char) random.nextInt(32) : "\\uN\ud83d\ude00".charAt(length % 5));
        }
        List<@Nullable String> entry = List.of(text.toString(), "end");
        journal.append(entry);
        written.add(entry);
      }
    }
    assertEquals(written, read());
  }

  /** A killed process leaves the file as it was at some byte. */
  @Test
  void aCutAnywhereLosesTheLastEntryOnly() throws IOException {
    write();
    byte[] whole = Files.readAllBytes(file);
    int header = headerLength(whole);
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      List<List<@Nullable String>> kept = readSparingly();
      int ends = 0;
      for (int i = header; i < length; i++) {
        ends += whole[i] == '\n' ? 1 : 0;
      }
      assertEquals(ENTRIES.subList(0, ends), kept, "cut at byte " + length);
      // What follows stands on a line of its own.
      try (Journal journal = Journal.open(file, PLAN, entry -> {})) {
        journal.append(List.of("next"));
      }
      List<List<@Nullable String>> gone = read();
      assertEquals(List.of("next"), gone.get(gone.size() - 1), "cut at byte " + length);
      assertEquals(ends + 1, gone.size());
    }
  }

  private static int headerLength(byte[] whole) {
    int ends = 0;
    int i = 0;
    while (ends < 2) {
      ends += whole[i++] == '\n' ? 1 : 0;
    }
    return i;
  }

  @Test
  void aFlippedBitIsRefusedOrItsEntryPassedOver() throws IOException {
    write();
    byte[] whole = Files.readAllBytes(file);
    int header = headerLength(whole);
    for (int bit = 0; bit < 8 * whole.length; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      if (bit < 8 * header) {
        assertThrows(IllegalArgumentException.class, this::readSparingly, "bit " + bit);
        assertArrayEquals(flipped, Files.readAllBytes(file), "a refused file is not touched");
      } else {
        List<List<@Nullable String>> kept = readSparingly();
        // A lost line end spoils two.
        assertTrue(kept.size() >= ENTRIES.size() - 2, "bit " + bit + ": " + kept);
        assertTrue(kept.size() < ENTRIES.size(), "bit " + bit + ": " + kept);
        assertTrue(ENTRIES.containsAll(kept), "bit " + bit + ": " + kept);
      }
    }
  }

  @Test
  void entriesOfAnotherPlanDoNotCount() throws IOException {
    write();
    PlanIdentity other = PlanIdentity.of("test").option("label", "other", 2).build();
    Path second = folder.resolve("second.checkpoint");
    Journal.open(second, other, entry -> {}).close();
    byte[] header = Files.readAllBytes(second);
    byte[] first = Files.readAllBytes(file);
    int from = headerLength(first);
    byte[] mixed = Arrays.copyOf(header, header.length + first.length - from);
    System.arraycopy(first, from, mixed, header.length, first.length - from);
    Files.write(second, mixed);
    List<List<@Nullable String>> entries = new ArrayList<>();
    Journal.open(second, other, entries::add).close();
    assertEquals(List.of(), entries);
  }

  @Test
  void foreignFilesAreRefusedAndNotTouched() throws IOException {
    for (String text :
        List.of(
            "dear diary\n",
            "\n",
            "# miscope sweep checkpoint 1\n# sweep of scaleX over [1.0]\n",
            "# miscope other checkpoint 2\nx\n",
            "# miscope test checkpoint 2\n",
            "# miscope test checkpoint 2\n\n",
            "# miscope test checkpoint 2\n# plan\n")) {
      Files.writeString(file, text);
      boolean begun = text.equals("# miscope test checkpoint 2\n");
      if (begun) {
        assertEquals(List.of(), read(), "cut in its header");
      } else {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, this::read, text);
        assertTrue(e.getMessage().contains("test.checkpoint"), e.getMessage());
        assertEquals(text, Files.readString(file));
      }
    }
  }

  /** 200 MB without a line end are passed over, not held. */
  @Test
  void anEndlessLineIsNotHeldInMemory() throws IOException {
    write();
    byte[] whole = Files.readAllBytes(file);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(200L << 20);
    }
    assertEquals(ENTRIES, readSparingly());
    assertArrayEquals(whole, Files.readAllBytes(file), "the torn line is dropped");
  }

  @Test
  void twoRunsCannotShareAFile() throws IOException {
    try (Journal journal = Journal.open(file, PLAN, entry -> {})) {
      for (Path same :
          List.of(file, folder.resolve("../" + folder.getFileName() + "/" + file.getFileName()))) {
        IllegalArgumentException e =
            assertThrows(
                IllegalArgumentException.class, () -> Journal.open(same, PLAN, entry -> {}));
        assertTrue(e.getMessage().contains("in use by another run"), e.getMessage());
      }
      journal.append(List.of("still here"));
    }
    assertEquals(List.of(List.of("still here")), read());
  }

  @Test
  void whatFollowsTheEndOfARunIsNotWritten() throws IOException {
    Journal journal = Journal.open(file, PLAN, entry -> {});
    journal.append(List.of("in time"));
    journal.close();
    journal.append(List.of("late"));
    journal.close();
    assertEquals(List.of(List.of("in time")), read());
  }

  /** An interrupted thread writes all the same: its row is finished. */
  @Test
  void anInterruptDoesNotCloseTheFile() throws IOException {
    try (Journal journal = Journal.open(file, PLAN, entry -> {})) {
      Thread.currentThread().interrupt();
      journal.append(List.of("one"));
      assertTrue(Thread.interrupted());
      journal.append(List.of("two"));
    }
    assertEquals(List.of(List.of("one"), List.of("two")), read());
  }

  @Test
  void aFolderOrAMissingFolderIsAnIoException() {
    file = folder;
    assertThrows(IOException.class, this::read);
    file = folder.resolve("none/test.checkpoint");
    assertThrows(IOException.class, this::read);
  }
}
