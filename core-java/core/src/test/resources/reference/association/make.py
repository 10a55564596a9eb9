"""Draws the samples of this folder and computes values of other programs on them.

Debian 12: apt-get install python3-sklearn python3-scipy r-cran-energy
    python3 make.py samples        NumPy 1.24.2: numbers_*.csv.gz, levels_*.csv.gz
    python3 make.py tables         scikit-learn 1.2.1: tables.csv
    python3 make.py ranks          SciPy 1.10.1: spearman.csv
    python3 make.py xi             SciPy 1.15.3 (PyPI), which has chatterjeexi: xi.csv
    Rscript distance.R             energy 1.7-11: distance.csv
"""

import gzip
import io
import sys
from pathlib import Path

import numpy as np
from numpy.random import PCG64, Generator

HERE = Path(__file__).parent


def write(name, values, fmt):
    text = io.StringIO()
    np.savetxt(text, np.column_stack(values), fmt=fmt, delimiter=",")
    (HERE / f"{name}.csv.gz").write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))


def read(name):
    text = gzip.decompress((HERE / f"{name}.csv.gz").read_bytes()).decode()
    return np.loadtxt(io.StringIO(text), delimiter=",", ndmin=2).T


def samples():
    rng = Generator(PCG64(2711))
    x = rng.standard_normal(200)
    write("numbers_linear_N200", (x, 0.6 * x + 0.8 * rng.standard_normal(200)), "%.17g")
    x = rng.uniform(-1, 1, 300)
    write("numbers_parabola_N300", (x, x * x + 0.1 * rng.standard_normal(300)), "%.17g")
    x = rng.standard_normal(250)
    write("numbers_steps_N250", (x, np.round(2 * (x + rng.standard_normal(250))) / 2), "%.17g")
    write("numbers_cauchy_N120", (rng.standard_cauchy(120), rng.standard_cauchy(120)), "%.17g")
    write("numbers_offset_N40", (1e6 + rng.standard_normal(40), 1e-6 * rng.standard_normal(40)), "%.17g")
    x = np.round(rng.standard_normal(150), 1)
    write("numbers_tied_N150", (x, np.round(np.sin(2 * x) + 0.5 * rng.standard_normal(150), 1)), "%.17g")
    x = rng.integers(0, 4, 500)
    write("levels_dependent_N500", (x, (x + rng.integers(0, 3, 500)) % 5), "%d")
    write("levels_independent_N100", (rng.integers(0, 10, 100), rng.integers(0, 7, 100)), "%d")
    x = rng.integers(0, 6, 60)
    write("levels_copy_N60", (x, 5 - x), "%d")
    x = rng.geometric(0.3, 400)
    write("levels_skewed_N400", (x, np.minimum(x, 3) + rng.integers(0, 2, 400)), "%d")
    write("levels_many_N300", (rng.integers(0, 200, 300), rng.integers(0, 150, 300)), "%d")
    write("levels_merged_N90", (np.arange(90) % 9, np.arange(90) % 9 // 3), "%d")


def names(kind):
    return sorted(p.name[: -len(".csv.gz")] for p in HERE.glob(f"{kind}_*.csv.gz"))


def table(file, head, header, rows):
    lines = [f"# {line}" for line in head] + [header]
    lines += [",".join([r[0]] + [r[i] if isinstance(r[i], str) else repr(float(r[i])) for i in range(1, len(r))]) for r in rows]
    (HERE / file).write_text("\n".join(lines) + "\n")


def tables():
    import sklearn
    from sklearn.metrics import adjusted_mutual_info_score, mutual_info_score, normalized_mutual_info_score
    from sklearn.metrics.cluster import contingency_matrix, expected_mutual_information

    rows = []
    for name in names("levels"):
        x, y = read(name).astype(int)
        expected = expected_mutual_information(contingency_matrix(x, y, sparse=True), len(x))
        rows.append((name, "mi", "", mutual_info_score(x, y)))
        rows.append((name, "expected", "", expected))
        for mean in ("min", "geometric", "arithmetic", "max"):
            rows.append((name, "nmi", mean, normalized_mutual_info_score(x, y, average_method=mean)))
            rows.append((name, "ami", mean, adjusted_mutual_info_score(x, y, average_method=mean)))
    table(
        "tables.csv",
        [
            f"scikit-learn {sklearn.__version__}, by python3 make.py tables: mutual_info_score (nats),",
            "sklearn.metrics.cluster.expected_mutual_information (nats), normalized_mutual_info_score and",
            "adjusted_mutual_info_score with average_method=mean",
        ],
        "file,measure,mean,value",
        rows,
    )


def ranks():
    import scipy
    from scipy.stats import pearsonr, spearmanr

    rows = []
    for name in names("numbers"):
        x, y = read(name)
        rows.append((name, spearmanr(x, y)[0], pearsonr(x, y)[0]))
    table("spearman.csv", [f"SciPy {scipy.__version__}, by python3 make.py ranks: spearmanr, pearsonr"], "file,spearman,pearson", rows)


def xi():
    import scipy
    from scipy.stats import chatterjeexi

    rows = []
    for name in names("numbers"):
        x, y = read(name)
        if len(set(x)) == len(x):
            rows.append((name, chatterjeexi(x, y, y_continuous=False).statistic))
    table(
        "xi.csv",
        [
            f"SciPy {scipy.__version__}, by python3 make.py xi: chatterjeexi(x, y, y_continuous=False).",
            "Only where no values of x are equal: SciPy takes those in the order of rows.",
        ],
        "file,xi",
        rows,
    )


{"samples": samples, "tables": tables, "ranks": ranks, "xi": xi}[sys.argv[1]]()
