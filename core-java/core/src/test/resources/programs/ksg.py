"""KSG1 (Kraskov, Stoegbauer and Grassberger 2004, eq. 8) in plain NumPy, k = 3, maximum norm."""
import sys

import numpy as np


def psi(n):
    """Digamma of whole numbers: the harmonic number of n - 1 less Euler's constant."""
    harmonic = np.concatenate(([0.0], np.cumsum(1.0 / np.arange(1, np.max(n) + 1))))
    return harmonic[np.asarray(n) - 1] - np.euler_gamma


def distances(v):
    return np.abs(v[:, None, :] - v[None, :, :]).max(axis=2)


def ksg(x, y, k=3):
    n = len(x)
    dx, dy = distances(x), distances(y)
    joint = np.maximum(dx, dy)
    np.fill_diagonal(joint, np.inf)
    eps = np.partition(joint, k - 1, axis=1)[:, k - 1, None]
    # Strictly within eps; the point itself is counted, which is the "+ 1" of the formula.
    nx, ny = (dx < eps).sum(axis=1), (dy < eps).sum(axis=1)
    return psi(k) + psi(n) - np.mean(psi(nx) + psi(ny))


folder = sys.argv[-1]
nats = ksg(np.load(f"{folder}/x.npy"), np.load(f"{folder}/y.npy"))
with open(f"{folder}/estimate.csv", "w") as out:
    out.write(f"nats\n{float(nats)!r}\n")
