package io.github.miscope.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedTest {

  @Test
  void derivesTheSameWhateverCameBefore() {
    Seed first = Seed.of(42);
    Seed noise = first.derive("noise");
    Seed trial = first.derive("trial", 3);
    Seed second = Seed.of(42);
    for (int i = 0; i < 10; i++) {
      second.derive("trial", i).generator().nextLong();
    }
    assertEquals(trial, second.derive("trial", 3));
    assertEquals(noise, second.derive("noise"));
  }

  @Test
  void yieldsTheSameNumbersEachTime() {
    var first = Seed.of(7).generator();
    var second = Seed.of(7).generator();
    for (int i = 0; i < 100; i++) {
      assertEquals(first.nextLong(), second.nextLong());
    }
    assertNotEquals(Seed.of(7).generator().nextLong(), Seed.of(8).generator().nextLong());
  }

  /**
   * Values must not drift from one release to the next. These were computed by a second
   * implementation (Python integers) of 64-bit FNV-1a and the finaliser of SplitMix64.
   */
  @Test
  void keepsItsValues() {
    assertEquals(Seed.of(-427715861006866549L), Seed.of(42).derive("trial"));
    assertEquals(Seed.of(-5381807589656809632L), Seed.of(42).derive("trial", 3));
  }

  @Test
  void theOrderOfPurposesMatters() {
    Seed seed = Seed.of(1);
    assertNotEquals(seed.derive("a").derive("b"), seed.derive("b").derive("a"));
    assertNotEquals(seed.derive("ab"), seed.derive("a").derive("b"));
    assertNotEquals(seed.derive("a"), seed.derive("a", 0));
  }

  /**
   * 240 000 seeds of 64 bits collide by chance with probability 240 000^2 / 2^65 &lt; 2e-9: any
   * collision is a fault.
   */
  @Test
  void derivedSeedsDoNotCollide() {
    Set<Seed> seen = new HashSet<>();
    int made = 0;
    for (long root : new long[] {0, 1, 42, -1}) {
      for (String purpose : List.of("trial", "noise", "x", "y", "", "trial ")) {
        for (long i = 0; i < 10_000; i++) {
          seen.add(Seed.of(root).derive(purpose, i));
          made++;
        }
      }
    }
    assertEquals(240_000, made);
    assertEquals(made, seen.size());
  }

  /**
   * Every bit of seeds derived from consecutive numbers is a fair coin: over m seeds the number of
   * ones has standard deviation sqrt(m)/2, and 5 of those are exceeded with probability 6e-7 (64
   * bits: 4e-5).
   */
  @Test
  void derivedSeedsSpreadOverAllBits() {
    int m = 10_000;
    int[] ones = new int[Long.SIZE];
    for (int i = 0; i < m; i++) {
      long value = Seed.of(i).derive("trial", i).value();
      for (int bit = 0; bit < Long.SIZE; bit++) {
        ones[bit] += (int) (value >>> bit & 1);
      }
    }
    for (int count : ones) {
      assertTrue(Math.abs(count - m / 2) < 5 * Math.sqrt(m) / 2, "ones: " + count);
    }
  }

  @Test
  void isItsNumber() {
    assertEquals("42", Seed.of(42).toString());
  }
}
