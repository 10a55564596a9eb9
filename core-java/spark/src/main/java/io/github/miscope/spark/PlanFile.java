package io.github.miscope.spark;

import io.github.miscope.file.WholeFile;
import io.github.miscope.network.NetworkPlan;
import io.github.miscope.plane.PlanePlan;
import io.github.miscope.spark.internal.MissingClassException;
import io.github.miscope.spark.internal.OtherClassException;
import io.github.miscope.spark.internal.Parcel;
import io.github.miscope.sweep.Sweep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan in a file, to be run by {@link Submit} where there is no notebook. The file has the plan's
 * objects as Java serialises them, with their data: it is read by the version of miscope that wrote
 * it, with the same classes on the class path. As all of that kind, read only files that you trust.
 */
public final class PlanFile {

  private PlanFile() {}

  /**
   * Writes a sweep.
   *
   * @param file is replaced if it exists
   * @param sweep the plan
   * @throws IllegalArgumentException if the plan cannot be sent, as one with a lambda
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, Sweep sweep) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sweep, "sweep");
    pack(file, sweep);
  }

  /**
   * Writes an information plane.
   *
   * @param file is replaced if it exists
   * @param plane the plan
   * @throws IllegalArgumentException if the plan cannot be sent, as one with a lambda
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, PlanePlan plane) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(plane, "plane");
    pack(file, plane);
  }

  /**
   * Writes a network of many columns.
   *
   * @param file is replaced if it exists
   * @param network the plan
   * @throws IllegalArgumentException if the plan cannot be sent, as one with a lambda
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, NetworkPlan network) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(network, "network");
    pack(file, network);
  }

  private static void pack(Path file, Object plan) {
    try {
      WholeFile.write(file, Parcel.pack(plan));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a plan.
   *
   * @param file what one of the methods above wrote
   * @return a {@link Sweep}, a {@link PlanePlan} or a {@link NetworkPlan}
   * @throws IllegalArgumentException if the file holds none
   */
  static Object read(Path file) {
    try {
      @Nullable Object plan = Parcel.unpack(Files.readAllBytes(file), "");
      if (plan instanceof Sweep || plan instanceof PlanePlan || plan instanceof NetworkPlan) {
        return plan;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    } catch (UncheckedIOException | OtherClassException | MissingClassException e) {
      throw new IllegalArgumentException(refusal(file) + ": " + e.getMessage(), e);
    }
    throw new IllegalArgumentException(refusal(file));
  }

  private static String refusal(Path file) {
    return file
        + " has no plan of this version of miscope: write it again with PlanFile.write, with the"
        + " version that reads it";
  }
}
