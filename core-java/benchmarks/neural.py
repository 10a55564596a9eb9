"""Time of a step of MINE's training beside PyTorch, one thread a critic; run by neural.sh."""

import argparse
import importlib.util
import os
import subprocess
import time

import torch

CASES = [(2, 64), (2, 500), (10, 64), (10, 500)]
N, WIDTH, RATE, SHORT = 10_000, 100, 1e-3, 200


def per_step(train, d, batch, steps, repeats):
    """Milliseconds of processor time of a step; two lengths, so that the start does not count."""
    torch.manual_seed(d)
    x = torch.randn(N, d)
    y = 0.8 * x + 0.6 * torch.randn(N, d)
    train(x, y, WIDTH, batch, SHORT, RATE)
    # The best of each length, as NeuralSpeed takes it: what else the machine does only adds.
    best = {SHORT: float("inf"), SHORT + steps: float("inf")}
    for _ in range(repeats):
        for length in best:
            before = time.process_time()
            train(x, y, WIDTH, batch, length, RATE)
            best[length] = min(best[length], time.process_time() - before)
    return 1e3 * (best[SHORT + steps] - best[SHORT]) / steps


def main():
    parser = argparse.ArgumentParser()
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("peer", nargs="?", default=os.path.join(here, "plain_mine.py"),
                        help="a file with train(x, y, width, batch, steps, rate)")
    parser.add_argument("--steps", type=int, default=800)
    parser.add_argument("--repeats", type=int, default=25,
                        help="ours; theirs has a fifth before and a fifth after")
    options = parser.parse_args()
    spec = importlib.util.spec_from_file_location("peer", options.peer)
    peer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(peer)
    torch.set_num_threads(1)
    print(f"PyTorch {torch.__version__}, critic of two layers of {WIDTH}, Adam, n = {N}\n")
    print("| d | batch | ours, ms per step | PyTorch | ratio | ours, two critics side by side, ms"
          " per step of both | throughput of two | cores that two had |")
    print("|---|---|---|---|---|---|---|---|")
    for d, batch in CASES:
        command = [os.environ.get("JAVA", "java"), "-Xms1g", "-Xmx1g", "-cp",
                   os.environ["MISCOPE_CLASSPATH"], "io.github.miscope.neural.NeuralSpeed",
                   str(d), str(batch), str(options.steps), str(options.repeats)]
        # Theirs before and after ours, so that a slow minute of the machine is seen.
        some = max(1, options.repeats // 5)
        before = per_step(peer.train, d, batch, options.steps, some)
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        ours, two, throughput, cores = map(float, out.split())
        after = per_step(peer.train, d, batch, options.steps, some)
        theirs = (before + after) / 2
        print(f"| {d} | {batch} | {ours:.3f} | {before:.3f}, {after:.3f} | {theirs / ours:.2f} |"
              f" {two:.3f} | {throughput:.2f} | {cores:.2f} |", flush=True)


if __name__ == "__main__":
    main()
