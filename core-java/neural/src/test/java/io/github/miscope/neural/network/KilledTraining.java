package io.github.miscope.neural.network;

import java.io.IOException;
import java.nio.file.Path;

/** A process that trains with snapshots in a folder; for being killed. */
final class KilledTraining {

  static final NetworkPlan PLAN = Plans.dense(150);

  private KilledTraining() {}

  /** Argument: the folder. */
  public static void main(String[] args) throws IOException {
    PLAN.train(Path.of(args[0]));
  }
}
