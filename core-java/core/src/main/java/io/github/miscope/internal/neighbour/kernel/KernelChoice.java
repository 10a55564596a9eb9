package io.github.miscope.internal.neighbour.kernel;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Which kernels do the work: those of the Vector API where its module is there, else plain loops.
 *
 * <p>Code of the Vector API is slow until HotSpot has compiled it, far slower than plain loops. So
 * a Java machine that has little to do keeps to plain loops: the Vector API is used from some work
 * on. The bits are the same.
 */
public final class KernelChoice {

  private static final String MODULE = "jdk.incubator.vector";

  /** Pairs of points times columns that plain loops do before the Vector API is worth its start. */
  private static final long PLAIN_WORK = Long.getLong("miscope.vectorAfter", 200_000_000L);

  private static final Kernels SCALAR = new ScalarKernels();
  private static final Kernels VECTOR = vectorOr(SCALAR);
  private static final AtomicLong DONE = new AtomicLong();

  private KernelChoice() {}

  private static Kernels vectorOr(Kernels scalar) {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return scalar;
    }
    try {
      return Class.forName(KernelChoice.class.getPackageName() + ".vector.VectorKernels")
          .asSubclass(Kernels.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException(
          "the module " + MODULE + " is there, but its kernels cannot be loaded", e);
    }
  }

  public static Kernels scalar() {
    return SCALAR;
  }

  /** Those of the Vector API, or plain loops where its module is not there. */
  public static Kernels vector() {
    return VECTOR;
  }

  /**
   * The kernels for some work.
   *
   * @param work pairs of points times columns
   */
  public static Kernels forWork(double work) {
    long before = DONE.getAndAdd((long) Math.min(work, (double) PLAIN_WORK));
    return kernels((double) before + work);
  }

  /** The kernels that some work would get now; it is not counted as done. */
  public static Kernels expected(double work) {
    return kernels((double) DONE.get() + work);
  }

  private static Kernels kernels(double work) {
    return work > (double) PLAIN_WORK ? VECTOR : SCALAR;
  }

  /**
   * Says in one line which kernels are in use, and what would make them faster.
   *
   * @return for instance {@code "plain loops; --add-modules jdk.incubator.vector is faster"}
   */
  public static String describe() {
    return VECTOR == SCALAR
        ? SCALAR.name() + "; --add-modules " + MODULE + " is faster"
        : VECTOR.name();
  }
}
