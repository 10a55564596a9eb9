package io.github.miscope.neural.network;

import io.github.miscope.identity.Fingerprint;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.neural.internal.NetworkTensors;
import io.github.miscope.neural.training.Optimiser;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A snapshot as bytes: a line that says what it is, the checksum of the snapshot before, the
 * identity of the plan, the epoch, its scores, the weights and the optimiser's state, and the
 * SHA-256 of all that. Nothing is taken from a file before its checksum is known to be right, and
 * no array is made before its length is.
 */
final class SnapshotFormat {

  /** The checksum before the first snapshot. */
  static final String NONE = "0".repeat(64);

  private static final String FAMILY = "miscope snapshot ";
  private static final byte[] FORMAT = (FAMILY + "2\n").getBytes(StandardCharsets.US_ASCII);
  private static final int CHECKSUM = 32;
  private static final int CHUNK = 1 << 16;
  private static final int LONGEST_LABEL = 200;
  private static final int MAX_OPTIONS = 1000;
  private static final HexFormat HEX = HexFormat.of();

  /**
   * A snapshot that was read.
   *
   * @param snapshot the snapshot
   * @param state of the optimiser
   * @param before the checksum of the snapshot before
   * @param checksum its own
   */
  record Entry(Snapshot snapshot, List<float[]> state, String before, String checksum) {}

  private final NetworkPlan plan;
  private final PlanIdentity identity;

  SnapshotFormat(NetworkPlan plan) {
    this.plan = plan;
    this.identity = plan.identity();
  }

  /**
   * Writes a snapshot.
   *
   * @param before the checksum of the snapshot before
   * @return its own
   */
  String write(Snapshot snapshot, float[][] state, String before, OutputStream out)
      throws IOException {
    MessageDigest sha256 = sha256();
    // Not closed: the stream is the caller's.
    DataOutputStream data =
        new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(out, sha256), CHUNK));
    data.write(FORMAT);
    data.write(HEX.parseHex(before));
    data.writeInt(identity.options().size());
    for (PlanIdentity.Option option : identity.options()) {
      data.writeUTF(option.name());
      String label = option.label();
      data.writeUTF(label.substring(0, Math.min(label.length(), LONGEST_LABEL)));
      data.writeUTF(option.fingerprint().hex());
    }
    data.writeInt(snapshot.epoch());
    for (Score score : List.of(snapshot.training(), snapshot.test())) {
      data.writeDouble(score.loss());
      data.writeDouble(score.accuracy());
    }
    arrays(data, snapshot.weights().shared());
    arrays(data, state);
    data.flush();
    byte[] checksum = sha256.digest();
    out.write(checksum);
    return HEX.formatHex(checksum);
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

  /**
   * Reads a snapshot.
   *
   * @throws IllegalArgumentException if it is of another plan
   * @throws IOException if it is damaged
   */
  Entry read(Path file) throws IOException {
    String checksum = checksum(file);
    try (DataInputStream in = open(file)) {
      in.skipNBytes(FORMAT.length);
      String before = HEX.formatHex(in.readNBytes(CHECKSUM));
      requirePlan(file, in);
      int epoch = in.readInt();
      Score training = new Score(in.readDouble(), in.readDouble());
      Score test = new Score(in.readDouble(), in.readDouble());
      float[][] weights = arrays(in, NetworkTensors.lengths(plan.network()));
      boolean hasState = epoch > 0 && plan.training().optimiser() == Optimiser.ADAM;
      float[][] state =
          arrays(in, hasState ? NetworkTensors.stateLengths(plan.network()) : new int[0]);
      NetworkWeights checked = NetworkWeights.of(plan.network(), weights);
      return new Entry(
          new Snapshot(epoch, checked, training, test), List.of(state), before, checksum);
    }
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(new FileInputStream(file.toFile()), CHUNK));
  }

  /** The checksum of a file, once it is known to be right. */
  private static String checksum(Path file) throws IOException {
    try (InputStream in = open(file)) {
      byte[] chunk = in.readNBytes(FORMAT.length);
      if (!Arrays.equals(chunk, FORMAT)) {
        throw new IOException(
            new String(chunk, StandardCharsets.ISO_8859_1).startsWith(FAMILY)
                ? file + " is a snapshot of another version of miscope: choose another folder"
                : file + " is not a miscope snapshot, or its beginning is damaged: remove it");
      }
      MessageDigest sha256 = sha256();
      sha256.update(chunk);
      long left = Files.size(file) - FORMAT.length - CHECKSUM;
      while (left > 0 && chunk.length > 0) {
        chunk = in.readNBytes((int) Math.min(CHUNK, left));
        sha256.update(chunk);
        left -= chunk.length;
      }
      byte[] checksum = sha256.digest();
      if (left != 0 || !Arrays.equals(checksum, in.readNBytes(CHECKSUM))) {
        throw new IOException(
            file
                + " is damaged, its checksum is wrong: put back a copy, or remove it and those"
                + " after it to train on from the one before");
      }
      return HEX.formatHex(checksum);
    }
  }

  private void requirePlan(Path file, DataInputStream in) throws IOException {
    List<PlanIdentity.Option> options = new ArrayList<>();
    int count = in.readInt();
    requireLength("options of the plan", count, 0, MAX_OPTIONS);
    for (int i = 0; i < count; i++) {
      options.add(
          new PlanIdentity.Option(in.readUTF(), in.readUTF(), new Fingerprint(in.readUTF())));
    }
    List<String> differences = identity.differencesFrom(new PlanIdentity(identity.kind(), options));
    if (!differences.isEmpty()) {
      throw new IllegalArgumentException(
          file
              + " is of another plan: "
              + String.join("; ", differences)
              + "; choose another folder");
    }
  }

  private static float[][] arrays(DataInputStream in, int[] lengths) throws IOException {
    requireLength("arrays", in.readInt(), lengths.length, lengths.length);
    float[][] arrays = new float[lengths.length][];
    for (int a = 0; a < arrays.length; a++) {
      requireLength("values", in.readInt(), lengths[a], lengths[a]);
      arrays[a] = new float[lengths[a]];
      for (int i = 0; i < arrays[a].length; i++) {
        arrays[a][i] = in.readFloat();
      }
    }
    return arrays;
  }

  /** Wrong only in a file that was made to look right. */
  private static void requireLength(String what, int length, int least, int most)
      throws IOException {
    if (length < least || length > most) {
      throw new IOException(
          String.format(
              Locale.ROOT, "a snapshot has %d %s, where %d are possible", length, what, most));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
