package io.github.miscope.identity;

import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 digest of what an object's results depend on: data, parameters and everything inside,
 * by their bits, not by labels. Objects with equal fingerprints give equal results; the same in
 * every process and on every machine.
 *
 * @param hex 64 hexadecimal digits, lower case
 */
public record Fingerprint(String hex) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
  private static final int SHORT = 12;

  /**
   * A fingerprint that was written down.
   *
   * @param hex 64 hexadecimal digits, lower case
   * @throws IllegalArgumentException if it is not that
   */
  public Fingerprint {
    Objects.requireNonNull(hex, "hex");
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "a fingerprint must have 64 hexadecimal digits: \"" + hex + "\"");
    }
  }

  /**
   * The fingerprint of an object.
   *
   * @param object a value of a kind that {@link IdentityDigest} takes
   * @return its fingerprint
   * @throws IllegalArgumentException if the object, or a part of it, has no identity; the message
   *     names it
   */
  public static Fingerprint of(@Nullable Object object) {
    return of(IdentityDigest.start().add("it", object));
  }

  static Fingerprint of(IdentityDigest digest) {
    return new Fingerprint(HexFormat.of().formatHex(digest.finish()));
  }

  /** The first digits: enough to tell two fingerprints apart by eye. */
  @Override
  public String toString() {
    return hex.substring(0, SHORT);
  }
}
