package io.github.miscope.neural.libtorch;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.internal.parallel.Interrupts;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_full;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * The native code that critics run on. It is unpacked and loaded with the first estimate; {@link
 * #require()} does that at a time of the caller's choice.
 *
 * <p>Loading sets libtorch and OpenBLAS to one thread for each of the caller's (critics run side by
 * side instead), and switches off JavaCPP's limit on the memory of the whole process, unless the
 * system property {@code org.bytedeco.javacpp.maxPhysicalBytes} is set: it takes mapped libraries
 * for memory, and fails with small heaps. {@code org.bytedeco.javacpp.cachedir} says where natives
 * are unpacked (by default {@code ~/.javacpp/cache}).
 */
public final class Libtorch {

  private static final String LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";
  private static final List<String> PLATFORMS =
      List.of("linux-x86_64", "macosx-arm64", "macosx-x86_64", "windows-x86_64");
  private static final String JAVACPP = "1.5.12";
  private static final String PYTORCH = "2.7.1-" + JAVACPP;
  private static final String OPENBLAS = "0.3.30-" + JAVACPP;

  private static final long POLL_MILLIS = 20;

  private static volatile boolean loaded;

  /** The attempt to load that is under way, for all threads. */
  private static @Nullable FutureTask<?> loading;

  private Libtorch() {}

  /**
   * Loads libtorch, if it is not loaded yet.
   *
   * @throws MissingLibtorchException if there is no native code for this platform; the message
   *     names the dependencies to add
   * @throws EstimationInterruptedException if the thread is interrupted. Loading goes on, and a
   *     later call waits for its end
   */
  public static void require() {
    if (loaded) {
      return;
    }
    FutureTask<?> attempt = attempt();
    try {
      while (!attempt.isDone()) {
        Interrupts.check();
        await(attempt);
      }
      attempt.get();
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException("loading libtorch was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static void await(FutureTask<?> attempt) throws InterruptedException, ExecutionException {
    try {
      attempt.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // Not yet.
    }
  }

  /** A failed attempt is followed by another one: the class path may have grown. */
  private static synchronized FutureTask<?> attempt() {
    FutureTask<?> current = loading;
    if (current == null || (current.isDone() && !loaded)) {
      // Unpacking takes seconds, the first time, and nothing stops it.
      current = new FutureTask<>(Libtorch::load, null);
      loading = current;
      Thread thread = new Thread(current, "miscope-libtorch");
      thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
      thread.setDaemon(true);
      thread.start();
    }
    return current;
  }

  private static void load() {
    if (System.getProperty(LIMIT) == null) {
      System.setProperty(LIMIT, "0");
    }
    String platform = "this platform";
    try {
      platform = Loader.getPlatform();
      unpack();
      torch.set_num_threads(1);
      // oneDNN 3.7.1 with AVX-512 now and then gives a gradient that is not a number for kernels of
      // one channel in and eight out; libtorch's own convolutions do not.
      torch.globalContext().setUserEnabledMkldnn(false);
      // In its place comes NNPACK, which complains of most processors.
      torch.globalContext().setUserEnabledNNPACK(false);
      // Its matrix products have threads of their own, which spin.
      openblas_full.openblas_set_num_threads(1);
    } catch (LinkageError e) {
      throw new MissingLibtorchException(advice(platform, e), e);
    }
    loaded = true;
  }

  private static void unpack() {
    UnpackingLock lock = UnpackingLock.take();
    try {
      Loader.load(torch.class);
      Loader.load(openblas_full.class);
    } finally {
      lock.close();
    }
  }

  private static String advice(String platform, Throwable cause) {
    String what = "Neural estimators need libtorch";
    String why = " (" + cause + ")";
    if (!PLATFORMS.contains(platform)) {
      return what
          + ", which is not published for "
          + platform
          + ", only for "
          + String.join(", ", PLATFORMS)
          + why;
    }
    return what
        + " for "
        + platform
        + ", which could not be loaded. Add these to the class path: org.bytedeco:pytorch:"
        + PYTORCH
        + ":"
        + platform
        + ", org.bytedeco:openblas:"
        + OPENBLAS
        + ":"
        + platform
        + ", org.bytedeco:javacpp:"
        + JAVACPP
        + ":"
        + platform
        + " (group:artifact:version:classifier)"
        + why;
  }
}
