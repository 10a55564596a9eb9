package io.github.miscope.inference;

import io.github.miscope.sample.Seed;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/** Runs of rows of one length, the last one shorter: put in another order, or shuffled inside. */
record BlockPermutation(int length, boolean areWhole) implements PermutationScheme {

  /** Fewer whole blocks have fewer than 120 orders. */
  private static final int MIN_BLOCKS = 5;

  BlockPermutation {
    int least = areWhole ? 1 : 2;
    if (length < least) {
      throw new IllegalArgumentException(
          "length of a block must be >= " + least + ": length=" + length);
    }
  }

  @Override
  public Permutations permutations(int n, int wanted, Seed seed) {
    int count = (int) ((n - 1L + length) / length);
    if (areWhole && count < MIN_BLOCKS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "there must be >= %d blocks to permute: n=%d makes %d blocks of length=%d",
              MIN_BLOCKS,
              n,
              count,
              length));
    }
    int[][] blocks = new int[count][];
    Arrays.setAll(
        blocks, j -> IntStream.range(j * length, (int) Math.min(n, (j + 1L) * length)).toArray());
    return new Permutations(
        wanted,
        b -> {
          UniformRandomProvider random = seed.derive("permutation", b).generator();
          return areWhole ? joined(blocks, random) : Groups.shuffledWithin(blocks, n, random);
        },
        toString());
  }

  private static int[] joined(int[][] blocks, UniformRandomProvider random) {
    int[] order = PermutationSampler.natural(blocks.length);
    PermutationSampler.shuffle(random, order);
    return Arrays.stream(order).mapToObj(j -> blocks[j]).flatMapToInt(Arrays::stream).toArray();
  }

  @Override
  public boolean keepsNeighbours() {
    return areWhole && length > 1;
  }

  @Override
  public String toString() {
    return (areWhole ? "blocks of " : "rows within blocks of ") + length;
  }
}
