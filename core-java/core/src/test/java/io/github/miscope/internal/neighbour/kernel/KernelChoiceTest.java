package io.github.miscope.internal.neighbour.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The kernels that the run at hand is meant to test are those that it tests. */
class KernelChoiceTest {

  @Test
  void vectorKernelsAreThereWhereTheModuleIs() {
    boolean expected = Boolean.getBoolean("miscope.expectVector");
    boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    assertEquals(expected, module, "the module is in the boot layer");
    String line = KernelChoice.describe();
    assertEquals(expected, line.contains("Vector API"), line);
    assertEquals(!expected, line.contains("--add-modules jdk.incubator.vector"), line);
    assertEquals(expected, KernelChoice.vector() != KernelChoice.scalar(), line);
    if (expected) {
      assertTrue(KernelChoice.forWork(1) == KernelChoice.vector(), "no start in plain loops");
    }
  }
}
