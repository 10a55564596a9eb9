"""Makes the samples that NumPy draws, and compares them with the files. NumPy 2.4.6: python3 make.py [--write]"""

import gzip
import io
import sys
from pathlib import Path

import numpy as np
from numpy.random import PCG64, Generator

HERE = Path(__file__).parent


def gaussians(n, d):
    """Correlated Gaussians, rho = 0.5 per coordinate: columns of x, then of y."""
    rng = Generator(PCG64(20240000 + n + d))
    x = rng.standard_normal((n, d))
    return np.hstack([x, 0.5 * x + np.sqrt(0.75) * rng.standard_normal((n, d))])


def rare_levels():
    """A column given levels of 20, 10, 3, 2, 1, 1 and 1 rows, in random order."""
    rng = Generator(PCG64(2014))
    d = np.repeat(np.arange(7), [20, 10, 3, 2, 1, 1, 1])
    c = rng.standard_normal(38) + 0.5 * d
    rows = rng.permutation(38)
    return np.column_stack([c[rows], d[rows]])


def samples():
    for n, d in [(1000, 1), (1000, 5), (1000, 50), (10000, 1), (10000, 2), (10000, 5), (10000, 20)]:
        yield f"gaussians/gauss_N{n}_d{d}.csv.gz", gaussians(n, d)
    yield "gaussians/ties_N1000_d1.csv.gz", np.round(gaussians(1000, 1), 1)
    yield "sklearn/rare_levels_N38.csv.gz", rare_levels()


for name, values in samples():
    path = HERE / name
    if "--write" in sys.argv:
        text = io.StringIO()
        np.savetxt(text, values, fmt="%.17g", delimiter=",")
        path.write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))
    kept = np.loadtxt(io.StringIO(gzip.decompress(path.read_bytes()).decode()), delimiter=",")
    print(name, "equal" if np.array_equal(kept, values) else f"differs by {np.abs(kept - values).max():.2g}")
