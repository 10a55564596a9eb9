package io.github.miscope.sample;

import java.util.Objects;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The origin of everything random, as a value.
 *
 * <p>Seeds are derived by name, never drawn in sequence, so that what a seed stands for does not
 * depend on the order in which work is done: {@code Seed.of(42).derive("trial", 3)} is the same
 * whether trial 3 is computed first, last or on another thread.
 *
 * @param value the 64 bits of the seed
 */
public record Seed(long value) {

  /**
   * A seed with the given bits.
   *
   * @param value any number
   * @return the seed
   */
  public static Seed of(long value) {
    return new Seed(value);
  }

  /**
   * The seed for one named purpose.
   *
   * @param purpose what the derived seed is for, for instance {@code "noise"}
   * @return a seed that is a function of this one and the purpose only
   */
  public Seed derive(String purpose) {
    Objects.requireNonNull(purpose, "purpose");
    // FNV-1a over the characters, then the finaliser of SplitMix64.
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < purpose.length(); i++) {
      h = (h ^ purpose.charAt(i)) * 0x100000001b3L;
    }
    return new Seed(mix(mix(value) ^ h));
  }

  /**
   * The seed for one of several numbered purposes.
   *
   * @param purpose what the derived seed is for, for instance {@code "trial"}
   * @param index which one
   * @return a seed that is a function of this one, the purpose and the index only
   */
  public Seed derive(String purpose, long index) {
    Objects.requireNonNull(purpose, "purpose");
    return new Seed(mix(derive(purpose).value + 0x9e3779b97f4a7c15L * (index + 1)));
  }

  /**
   * A new generator (xoroshiro128++ of Commons RNG) started from this seed.
   *
   * @return a generator; each call returns a fresh one that yields the same numbers
   */
  public UniformRandomProvider generator() {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(value);
  }

  private static long mix(long v) {
    long z = v + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
