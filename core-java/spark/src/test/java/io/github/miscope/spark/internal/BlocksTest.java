package io.github.miscope.spark.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.plan.DataBlock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Blocks of data travel apart from what holds them. */
class BlocksTest {

  private record Holder(String name, List<DataBlock> blocks) {}

  private static Holder holder() {
    List<DataBlock> blocks = new ArrayList<>();
    for (int b = 0; b < 3; b++) {
      double first = b;
      blocks.add(
          () -> {
            double[] numbers = new double[10_000];
            numbers[0] = first;
            return numbers;
          });
    }
    return new Holder("three", blocks);
  }

  private static Holder unpacked(byte[] bytes) {
    return (Holder) Objects.requireNonNull(Parcel.unpack(bytes, ""));
  }

  @Test
  void eachIsSentByItself() {
    List<double[]> sent = new ArrayList<>();
    byte[] bytes =
        Parcel.pack(
            holder(),
            new LinkedHashSet<>(),
            block -> {
              sent.add(block.get());
              return "block " + sent.size();
            });
    assertTrue(bytes.length < 1000, bytes.length + " bytes");
    assertEquals(3, sent.size());
    assertEquals("block 2", unpacked(bytes).blocks().toArray()[1]);
  }

  /** Such as in a file, where nobody fetches them. */
  @Test
  void otherwiseTheirNumbersTravel() {
    Holder again = unpacked(Parcel.pack(holder()));
    assertEquals("three", again.name());
    for (int b = 0; b < 3; b++) {
      assertArrayEquals(holder().blocks().get(b).get(), again.blocks().get(b).get());
    }
  }
}
