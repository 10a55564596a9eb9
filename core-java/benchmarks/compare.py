"""Processor time of KSG estimates, side by side with other programs; run by compare.sh."""

import argparse
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

RHO = 0.5
CASES = [
    # n, columns of X and of Y, relative scales, the ratio to NPEET to reach
    (1000, 1, 1, 5.5), (1000, 5, 1, 6.7), (1000, 50, 1, 12),
    (10000, 1, 1, 6.3), (10000, 2, 1, 3.1), (10000, 5, 1, 3.3), (10000, 20, 1, 12),
    (100000, 1, 1, 6), (100000, 2, 1, 2.8),
    (1000, 5, 20, 16), (1000, 50, 20, 100),
]
R_SCRIPT = """
args <- commandArgs(TRUE); n <- as.integer(args[2]); d <- as.integer(args[3])
values <- matrix(readBin(args[1], 'double', 2 * n * d, endian = 'little'), nrow = n, byrow = TRUE)
x <- values[, 1:d]; y <- values[, d + 1:d]
timed <- function(package, run) {
  if (!requireNamespace(package, quietly = TRUE)) return(NA)
  run(); calls <- 0; start <- proc.time()
  repeat { run(); calls <- calls + 1; used <- proc.time() - start
           if (used[1] + used[2] > 1) return(1000 * (used[1] + used[2]) / calls) }
}
if (requireNamespace('parmigene', quietly = TRUE)) Sys.setenv(OMP_NUM_THREADS = '1')
cat(if (d == 1) timed('parmigene', function() parmigene::knnmi(x, y, k = 3)) else NA,
    timed('FNN', function() FNN::mutinfo(x, y, k = 3)), '\\n')
"""


def data(n, d):
    random = np.random.default_rng(20240000 + n + d)
    x = random.standard_normal((n, d))
    y = RHO * x + np.sqrt(1 - RHO * RHO) * random.standard_normal((n, d))
    return x, y


def cpu_times(call, seconds):
    """Milliseconds of each of some calls, and what the last one gave."""
    times, start, value = [], time.monotonic(), None
    while not times or (time.monotonic() - start < seconds and len(times) < 200):
        before = time.process_time()
        value = call()
        times.append(1e3 * (time.process_time() - before))
    return times, value


def cpu_ms(call, seconds):
    return statistics.median(cpu_times(call, seconds)[0])


def ours(file, seconds, options):
    """First call and median, in milliseconds, and the estimate, in a Java machine of its own."""
    command = [os.environ.get("JAVA", "java"), "-Xmx2g", "-XX:+UseSerialGC",
               "-Dmiscope.threads=1", *options, "-cp", os.environ["MISCOPE_CLASSPATH"],
               "io.github.miscope.benchmarks.CpuTimes", str(seconds)]
    line = subprocess.run(command + [file], check=True, capture_output=True, text=True).stdout
    _, first, median, value = line.split()
    return float(first), float(median), float(value)


def with_r(file, n, d):
    if shutil.which("Rscript") is None:
        return (None, None)
    out = subprocess.run(["Rscript", "-e", R_SCRIPT, file, str(n), str(d)],
                         capture_output=True, text=True)
    words = out.stdout.split()
    if len(words) != 2:
        print(out.stderr, file=sys.stderr)
        return (None, None)
    return tuple(None if w == "NA" else float(w) for w in words)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("npeet", help="NPEET's entropy_estimators.py")
    parser.add_argument("--quick", action="store_true", help="up to 10000 points, 1 s for each")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--markdown", help="where the table goes as well")
    options = parser.parse_args()
    seconds = 1 if options.quick else options.seconds
    spec = importlib.util.spec_from_file_location("npeet", options.npeet)
    npeet = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(npeet)
    from sklearn.feature_selection import mutual_info_regression

    cases = [c for c in CASES if c[0] <= 10000 or not options.quick]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for n, d, scales, _ in cases:
            file = os.path.join(folder, f"{n}-{d}-{scales}.f64")
            np.hstack(data(n, d)).astype("<f8").tofile(file)
            files[n, d, scales] = file
        for n, d, scales, goal in cases:
            file = files[n, d, scales]
            x, y = data(n, d)
            grid = [1.0] if scales == 1 else [0.1 * s for s in range(1, scales + 1)]

            def by_npeet():
                return max(npeet.mi(x, c * y, k=3, base=np.e) for c in grid)

            # NPEET before, between and after ours: machines change their speed by the minute.
            times, value = cpu_times(by_npeet, seconds / 3)
            plain = ours(file, seconds, [])
            times += cpu_times(by_npeet, seconds / 3)[0]
            vector = ours(file, seconds, ["--add-modules", "jdk.incubator.vector"])
            times += cpu_times(by_npeet, seconds / 3)[0]
            theirs = statistics.median(times)
            if abs(value - vector[2]) > 1e-6 or plain[2] != vector[2]:
                sys.exit(f"{file}: {plain[2]} and {vector[2]}, NPEET has {value}")
            sklearn = None
            if d == 1:
                sklearn = cpu_ms(lambda: mutual_info_regression(
                    x, y[:, 0], n_neighbors=3, random_state=0, discrete_features=False), seconds)
            parmigene, fnn = with_r(file, n, d) if scales == 1 and n <= 10000 else (None, None)
            rows.append((n, d, scales, goal, vector, plain, theirs, sklearn, parmigene, fnn))
            print_row(rows[-1])
    if options.markdown:
        with open(options.markdown, "w", encoding="utf-8") as out:
            out.write(HEADER + "".join(line(r) for r in rows))


HEADER = (
    "| n | d | scales | Vector API, ms | plain loops, ms | NPEET, ms | ratio | ratio, plain | goal "
    "| first call, ms (Vector API / plain) | scikit-learn | parmigene | FNN |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|---|---|\n")


def number(v):
    return "" if v is None else f"{v:.3g}" if v < 1000 else f"{v:.0f}"


def line(row):
    n, d, scales, goal, vector, plain, theirs, *others = row
    cells = [str(n), str(d), str(scales), number(vector[1]), number(plain[1]), number(theirs),
             f"{theirs / vector[1]:.1f}", f"{theirs / plain[1]:.1f}", str(goal),
             f"{number(vector[0])} / {number(plain[0])}", *map(number, others)]
    return "| " + " | ".join(cells) + " |\n"


def print_row(row):
    if row[:3] == CASES[0][:3]:
        print(HEADER, end="")
    print(line(row), end="", flush=True)


if __name__ == "__main__":
    main()
