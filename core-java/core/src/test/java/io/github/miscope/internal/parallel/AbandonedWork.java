package io.github.miscope.internal.parallel;

/** A process that ends while work goes on that takes no notice of it. */
final class AbandonedWork {

  private AbandonedWork() {}

  /** Argument: whether the work is abandoned after an interrupt, or done until the end. */
  public static void main(String[] args) throws InterruptedException {
    boolean abandoned = Boolean.parseBoolean(args[0]);
    Thread caller = Thread.currentThread();
    Thread exit =
        new Thread(
            () -> {
              sleep(300);
              if (abandoned) {
                caller.interrupt();
              } else {
                System.exit(0);
              }
            });
    exit.setDaemon(true);
    exit.start();
    try {
      Detached.run("step", AbandonedWork::step, () -> {});
    } catch (InterruptedException e) {
      System.out.println("abandoned");
    }
  }

  /** As native code, it hears of no interrupt. */
  private static String step() {
    long end = System.nanoTime() + 2_000_000_000L;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    System.out.println("ended");
    return "ended";
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
