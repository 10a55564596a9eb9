package io.github.miscope.selection;

import io.github.miscope.plan.Progress;
import java.time.Duration;

/** The progress of several runs as that of one: each step counts as much as the others. */
final class StepProgress implements Progress {

  private final Progress whole;
  private final int steps;
  private final int each;
  private final long start = System.nanoTime();
  private int finished;
  private int failed;
  private int failedBefore;
  private double part;

  StepProgress(Progress whole, int steps, int each) {
    this.whole = whole;
    this.steps = steps;
    this.each = each;
  }

  @Override
  public void update(Snapshot now) {
    // A step of several runs begins anew with each: what is shown only grows.
    part = Math.max(part, now.fraction());
    failed = failedBefore + now.failed();
    show();
  }

  void next() {
    finished++;
    part = 0;
    failedBefore = failed;
    show();
  }

  private void show() {
    long total = (long) steps * each;
    int capped = (int) Math.min(total, Integer.MAX_VALUE);
    double done = Math.min(1, (finished + (finished < steps ? part : 0)) / steps);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    Duration left =
        done == 0
            ? Duration.ZERO
            : Duration.ofNanos((long) (elapsed.toNanos() * (1 - done) / done));
    whole.update(new Snapshot((int) (done * capped), capped, failed, elapsed, left));
  }
}
