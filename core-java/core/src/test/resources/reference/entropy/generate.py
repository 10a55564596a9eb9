"""Entropies by SciPy and scikit-learn of data in the folders next to this one.

Run as: python3 generate.py > values.csv, in this folder.
"""
import numpy as np
import scipy
import sklearn
from scipy.optimize import minimize_scalar
from scipy.spatial import cKDTree
from scipy.special import digamma, gammaln, logsumexp
from sklearn.covariance import LedoitWolf

DATA = [  # file, first column, number of columns
    ("gaussians/gauss_N1000_d1.csv.gz", 0, 1),
    ("gaussians/gauss_N1000_d1.csv.gz", 0, 2),
    ("gaussians/gauss_N1000_d5.csv.gz", 0, 5),
    ("gaussians/gauss_N1000_d5.csv.gz", 0, 10),
    ("gaussians/gauss_N1000_d50.csv.gz", 0, 100),
    ("bmi/02_1v1-additive-0.1.csv.gz", 0, 2),
    ("bmi/20_student-identity-2-2-2.csv.gz", 0, 4),
    ("bmi/32_spiral-normal_cdf-multinormal-sparse-5-5-2-2.0.csv.gz", 0, 5),
    ("npeet/npeet_gauss3_N50.csv.gz", 0, 3),
    ("npeet/npeet_gauss3_N200.csv.gz", 0, 3),
]
NORMS = {"L1": 1, "L2": 2, "LINF": np.inf}


def log_ball(d, p):
    if p == np.inf:
        return d * np.log(2)
    return d * np.log(2) + d * gammaln(1 + 1 / p) - gammaln(1 + d / p)


def distances(x, k, p):
    """Distances to the neighbours 1..k of each point."""
    return cKDTree(x).query(x, k=k + 1, p=p)[0][:, 1:]


def kl(x, k, p):
    n, d = x.shape
    r = distances(x, k, p)[:, k - 1]
    return log_ball(d, p) + d * np.mean(np.log(r)) - digamma(k) + np.log(n)


def weighted_kl(x, k, p):
    n, d = x.shape
    support = np.array(sorted({j * k // d for j in range(1, d + 1)} - {0}))
    l = np.arange(1, d // 4 + 1)[:, None]
    rows = np.exp(gammaln(support + 2 * l / d) - gammaln(support))
    equations = np.vstack([np.ones(len(support)), rows])
    right = np.zeros(len(equations))
    right[0] = 1
    w = np.linalg.lstsq(equations, right, rcond=None)[0]  # the solution of least norm
    r = distances(x, k, p)[:, support - 1]
    log_xi = -digamma(support) + log_ball(d, p) + np.log(n - 1) + d * np.log(r)
    return np.mean(log_xi @ w)


def kde(x):
    """Standardised columns: log of the leave-one-out density, and the integral of its square."""
    n, d = x.shape
    s = x.std(axis=0, ddof=1)
    z = x / s
    squares = sum((z[:, j][:, None] - z[:, j]) ** 2 for j in range(d))

    def log_density(b):
        e = -squares / (2 * b * b)
        np.fill_diagonal(e, -np.inf)
        return logsumexp(e, axis=1) - np.log(n - 1) - d * np.log(b) - d / 2 * np.log(2 * np.pi)

    def entropy(b):
        return -np.mean(log_density(b)) + np.sum(np.log(s))

    def squared_error(b):
        overlap = np.sum(np.exp(-squares / (4 * b * b))) / n**2 / (4 * np.pi * b * b) ** (d / 2)
        return overlap - 2 * np.mean(np.exp(log_density(b)))

    def best(criterion):
        u, step = np.log((4 / (d + 2) / n) ** (1 / (d + 4))), 0.2  # the normal reference
        if criterion(np.exp(u - step)) < criterion(np.exp(u)):
            step = -step
        while criterion(np.exp(u + step)) < criterion(np.exp(u)):  # downhill
            u += step
        found = minimize_scalar(
            lambda v: criterion(np.exp(v)),
            bounds=(u - abs(step), u + abs(step)),
            method="bounded",
            options={"xatol": 1e-11, "maxiter": 1000},
        )
        return np.exp(found.x)

    return entropy, best(entropy), best(squared_error)


def gauss(covariance):
    d = len(covariance)
    return 0.5 * (d * np.log(2 * np.pi * np.e) + np.linalg.slogdet(covariance)[1])


def row(data, quantity, k, norm, value, bandwidth=""):
    name, first, count = data
    print(f"{name},{first},{count},{quantity},{k},{norm},{bandwidth},{value!r}")


print(f"# Entropies in nats by generate.py (in this folder): SciPy {scipy.__version__},")
print(f"# scikit-learn {sklearn.__version__}, NumPy {np.__version__}; python3 generate.py > values.csv")
print("# KL has log n; weighted KL log(n - 1); bandwidths are in standard deviations (ddof = 1).")
print("file,first,columns,quantity,k,norm,bandwidth,nats")
for data in DATA:
    x = np.loadtxt("../" + data[0], delimiter=",", ndmin=2)[:, data[1] : data[1] + data[2]]
    n, d = x.shape
    plain = np.atleast_2d(np.cov(x.T))
    row(data, "gauss", "", "", float(gauss(plain)))
    bias = np.sum(digamma((n - np.arange(1, d + 1)) / 2) - np.log((n - 1) / 2))
    row(data, "gauss_corrected", "", "", float(gauss(plain) - bias / 2))
    if d > 1:
        s = x.std(axis=0, ddof=0)
        shrunk = LedoitWolf().fit(x / s)
        unit = n / (n - 1)  # the variances of the other rows have ddof = 1
        value = gauss(shrunk.covariance_) + np.sum(np.log(s)) + d / 2 * np.log(unit)
        row(data, "gauss_ledoit_wolf", "", "", float(value))
    if d > 10:
        continue
    for k in (1, 3, 5):
        for norm, p in NORMS.items():
            row(data, "kl", k, norm, float(kl(x, k, p)))
    row(data, "weighted_kl", 3 * d, "L2", float(weighted_kl(x, 3 * d, 2)))
    entropy, likelihood, squares = kde(x)
    row(data, "kde_fixed", "", "", float(entropy(0.4)), 0.4)
    row(data, "kde_likelihood", "", "", float(entropy(likelihood)), float(likelihood))
    row(data, "kde_least_squares", "", "", float(entropy(squares)), float(squares))
