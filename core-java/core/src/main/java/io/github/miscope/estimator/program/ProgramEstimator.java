package io.github.miscope.estimator.program;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.MutualInformationEstimator;
import io.github.miscope.identity.Identified;
import io.github.miscope.identity.IdentityDigest;
import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Samples;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An estimator that is a program of its own, in any language.
 *
 * <p>For each estimate, the samples are written to a new folder, and the program is started with
 * the path of the folder as its last argument. It writes its estimate to {@code estimate.csv} in
 * that folder: a line {@code nats}, and a line with the number. Then it ends with exit code 0. The
 * folder is removed afterwards. Several programs may run at the same time, each with a folder of
 * its own.
 *
 * <p>The samples do not suit a program that cannot be started, ends with another exit code, takes
 * too long, or writes no finite number: the estimate is refused with the reason and the last line
 * that the program printed. In a sweep or a benchmark that is a failed cell. An interrupt ends the
 * program, and all that it started.
 *
 * <p>In a checkpoint a program is known by its label, its command and the content of files that the
 * command names, such as a script; what these use in turn is taken at its word.
 *
 * @param label the label in tables and legends
 * @param command the program and its first arguments
 * @param format how samples are written
 * @param timeout after which the program is ended
 */
public record ProgramEstimator(
    String label, List<String> command, SampleFormat format, Duration timeout)
    implements MutualInformationEstimator, Identified {

  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

  /**
   * An estimator that is a program.
   *
   * @param label the label in tables and legends
   * @param command the program and its first arguments
   * @param format how samples are written
   * @param timeout after which the program is ended, positive
   * @throws IllegalArgumentException if the label is blank, the command is empty, or the timeout is
   *     not positive
   */
  public ProgramEstimator {
    Objects.requireNonNull(label, "label");
    command = Check.copy("command", command);
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(timeout, "timeout");
    if (label.isBlank()) {
      throw new IllegalArgumentException("the label of an estimator must not be blank");
    }
    if (command.isEmpty() || command.get(0).isBlank()) {
      throw new IllegalArgumentException("command must name a program: " + command);
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be positive: timeout=" + timeout);
    }
  }

  /**
   * An estimator that is a program, which takes NPY files and has ten minutes for an estimate.
   *
   * @param label the label in tables and legends
   * @param command the program and its first arguments, as {@code "python3", "estimator.py"}
   * @return the estimator
   * @throws IllegalArgumentException if the label is blank or the command is empty
   */
  public static ProgramEstimator of(String label, String... command) {
    Objects.requireNonNull(label, "label");
    Check.elements("command", command);
    return new ProgramEstimator(label, List.of(command), SampleFormat.NPY, DEFAULT_TIMEOUT);
  }

  /**
   * This program with samples in another format.
   *
   * @param newFormat how samples are written
   * @return a changed copy
   */
  public ProgramEstimator withFormat(SampleFormat newFormat) {
    Objects.requireNonNull(newFormat, "newFormat");
    return new ProgramEstimator(label, command, newFormat, timeout);
  }

  /**
   * This program with another time for an estimate.
   *
   * @param newTimeout after which the program is ended, positive
   * @return a changed copy
   * @throws IllegalArgumentException if it is not positive
   */
  public ProgramEstimator withTimeout(Duration newTimeout) {
    Objects.requireNonNull(newTimeout, "newTimeout");
    return new ProgramEstimator(label, command, format, newTimeout);
  }

  /**
   * Writes the samples, runs the program and reads its estimate.
   *
   * @param samples n paired observations; discrete columns are written as their codes
   * @return the estimate of the program in nats
   * @throws IllegalArgumentException if there is no finite estimate; the message says why
   * @throws EstimationInterruptedException if the calling thread is interrupted
   */
  @Override
  public Estimate estimate(Samples samples) {
    Objects.requireNonNull(samples, "samples");
    double nats;
    try (ExchangeFolder folder = ExchangeFolder.of(samples, format)) {
      new ProgramRun(this, folder).run();
      nats = folder.estimate(label);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof ClosedByInterruptException) {
        throw new EstimationInterruptedException(
            label + " was interrupted", new InterruptedException(label + " was interrupted"));
      }
      throw e;
    }
    return new Estimate(nats, label, samples.n(), samples.dX(), samples.dY(), Map.of(), List.of());
  }

  @Override
  public void identify(IdentityDigest digest) {
    Objects.requireNonNull(digest, "digest");
    digest.add("label", label).add("command", command).add("format", format);
    digest.add("files", CommandFiles.contents(command));
  }

  @Override
  public String toString() {
    return label;
  }
}
