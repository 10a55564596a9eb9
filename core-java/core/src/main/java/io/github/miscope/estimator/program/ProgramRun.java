package io.github.miscope.estimator.program;

import io.github.miscope.estimator.EstimationInterruptedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a program. */
final class ProgramRun {

  private static final long TICK_MILLIS = 20;

  /** How long a killed process may take to go. */
  private static final long GRACE_MILLIS = 500;

  private final ProgramEstimator program;
  private final ExchangeFolder folder;

  ProgramRun(ProgramEstimator program, ExchangeFolder folder) {
    this.program = program;
    this.folder = folder;
  }

  /** Runs the program to its end. Its working directory is that of this process. */
  void run() {
    EstimationInterruptedException.throwIfInterrupted(program.label());
    Process process = start();
    try {
      await(process);
      int code = process.exitValue();
      if (code != 0) {
        throw folder.refusal(program.label(), "ended with exit code " + code);
      }
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(program.label() + " was interrupted", e);
    } finally {
      kill(process);
    }
  }

  private Process start() {
    List<String> command = new ArrayList<>(program.command());
    command.add(folder.path().toString());
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.output().toFile())
              .start();
      // A program that asks for input gets an end of file.
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw folder.refusal(program.label(), "cannot be started: " + e.getMessage());
    }
  }

  private void await(Process process) throws InterruptedException {
    long start = System.nanoTime();
    while (!process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
      EstimationInterruptedException.throwIfInterrupted(program.label());
      if (Duration.ofNanos(System.nanoTime() - start).compareTo(program.timeout()) > 0) {
        String seconds = program.timeout().toMillis() / 1000.0 + " s";
        throw folder.refusal(program.label(), "was ended after " + seconds);
      }
    }
  }

  /** Ends the program and what it started; nothing if it has ended. */
  private static void kill(Process process) {
    if (!process.isAlive()) {
      return;
    }
    // Before the program itself goes: whoever has no parent left is not found.
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    all.forEach(ProcessHandle::destroyForcibly);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    boolean interrupted = false;
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
