"""Information of the tasks of "Beyond Normal", both versions, by quadrature and linear algebra.

Run as: python3 truths.py > truths.csv, in this folder. Uses no closed form but that of canonical
correlations: densities are integrated by the trapezoidal rule, which converges faster than any power
for smooth ones, and radial densities by scipy.integrate.quad.
"""
import numpy as np
import scipy
from scipy.integrate import quad
from scipy.special import gammaln
from scipy.stats import norm


def gaussian(covariance, dx):
    """-1/2 sum log(1 - rho^2) over the canonical correlations."""
    def root(s):
        values, vectors = np.linalg.eigh(s)
        return vectors / np.sqrt(values) @ vectors.T
    a, b, c = covariance[:dx, :dx], covariance[dx:, dx:], covariance[:dx, dx:]
    rho = np.linalg.svd(root(a) @ c @ root(b), compute_uv=False)
    return -0.5 * np.log1p(-rho ** 2).sum()


def dense(d):
    return gaussian(0.5 * np.eye(2 * d) + 0.5, d)


def sparse(d):
    """X_i = e_i + 2 u_i and Y_i = e'_i + 2 u_i for two i; e_i + 2 u'_i for the others."""
    s = 5 * np.eye(2 * d)
    for i in range(2):
        s[i, d + i] = s[d + i, i] = 4
    return gaussian(s, d)


def additive(e):
    """h(Y) - h(N) of Y = U(0, 1) + N, N ~ U(-e, e)."""
    def entropy(y):
        p = max(0, min(1, y + e) - max(0, y - e)) / (2 * e)
        return -p * np.log(p) if p > 0 else 0
    corners = sorted({-e, e, 1 - e, 1 + e})
    return sum(quad(entropy, a, b, epsabs=1e-13)[0] for a, b in zip(corners, corners[1:])) - np.log(2 * e)


def student(d, dof):
    def entropy(k):
        constant = gammaln((dof + k) / 2) - gammaln(dof / 2) - k / 2 * np.log(dof * np.pi)
        sphere = np.log(2) + k / 2 * np.log(np.pi) - gammaln(k / 2)

        def part(t):  # r = exp(t)
            log_f = constant - (dof + k) / 2 * np.log1p(np.exp(2 * t) / dof)
            return -log_f * np.exp(sphere + k * t + log_f)
        return sum(quad(part, a, b, epsabs=1e-13, limit=500)[0]
                   for a, b in ((-40, -2), (-2, 2), (2, 10), (10, 45)))
    return 2 * entropy(d) - entropy(2 * d)


def plane(components, low, high, step):
    """Equally probable normal components (mean, covariance) of one X and one Y."""
    x = np.arange(low[0], high[0], step)
    y = np.arange(low[1], high[1], step)
    p = np.zeros((len(x), len(y)))
    for mean, s in components:
        s = np.asarray(s, float)
        u, v = x[:, None] - mean[0], y[None, :] - mean[1]
        q = np.linalg.inv(s)
        p += np.exp(-0.5 * (q[0, 0] * u * u + 2 * q[0, 1] * u * v + q[1, 1] * v * v)) \
            / (2 * np.pi * np.sqrt(np.linalg.det(s)))
    p /= len(components)
    px, py = p.sum(1, keepdims=True) * step, p.sum(0, keepdims=True) * step
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = np.where(p > 1e-290, p * (np.log(p) - np.log(px) - np.log(py)), 0)
    return terms.sum() * step * step


def ai():
    c = 0.95 * np.sqrt(0.04 * 0.2)
    return plane([((1, 0), np.diag([0.01, 0.2])), ((1, 1), np.diag([0.05, 0.001])),
                  ((1, -1), np.diag([0.05, 0.001])), ((-0.8, -0.2), np.diag([0.03, 0.001])),
                  ((-1.2, 0), [[0.04, c], [c, 0.2]]), ((-0.4, 0), [[0.04, -c], [-c, 0.2]])],
                 (-4, -5), (4, 5), 0.005)


def waves():
    """The second coordinate of X tells nothing, and the maps of X can be inverted."""
    return plane([((1.5 * i, 1.5 * (i % 4)), np.diag([0.1, 0.1])) for i in range(12)],
                 (-4, -4), (21, 9), 0.02)


def galaxy():
    """The balls lie along the diagonal: of X, its coordinate on the diagonal tells everything."""
    return plane([((s * 1.5 * np.sqrt(2), s * 1.5), np.eye(2)) for s in (-1, 1)],
                 (-12, -12), (12, 12), 0.05)


def concentric(d, m):
    """Y tells the component: log m - H(component | length of X)."""
    scales = np.arange(1, m + 1)

    def uncertainty(r):
        log_p = (d - 1) * np.log(r) - d * np.log(scales) - r * r / (2 * scales ** 2) \
            - (d / 2 - 1) * np.log(2) - gammaln(d / 2) - np.log(m)
        p = np.exp(log_p)
        post = p / p.sum()
        return -p.sum() * np.sum(post * np.log(np.maximum(post, 1e-300)))
    far = m * (np.sqrt(d) + 12)
    cuts = np.linspace(1e-9, far, 200)
    return np.log(m) - sum(quad(uncertainty, a, b, epsabs=1e-13)[0] for a, b in zip(cuts, cuts[1:]))


def inliers(share):
    """E log(f + (1 - f) r1 r2), r_i the density ratio of a pair of correlation 0.8."""
    rho, step = 0.8, 0.2
    g = np.arange(-8, 8.1, step)
    u, v = np.meshgrid(g, g)
    product = norm.pdf(u) * norm.pdf(v) * step * step
    log_r = -0.5 * np.log(1 - rho ** 2) - (rho * rho * (u * u + v * v) - 2 * rho * u * v) / (2 * (1 - rho ** 2))
    r, log_r, product = np.exp(log_r).ravel(), log_r.ravel(), product.ravel()
    joint = product * r
    keep = np.maximum(product, joint) > 1e-13
    r, product, joint = r[keep], product[keep], joint[keep]
    total = 0
    for i in range(len(r)):
        value = np.log(share + (1 - share) * r[i] * r)
        total += (1 - share) * joint[i] * (joint @ value) + share * product[i] * (product @ value)
    return total


NORMAL = gaussian(np.array([[1, 0.75], [0.75, 1]]), 1)
BASE = "1v1-normal-0.75"


def rows():
    for name in (BASE, "normal_cdf-" + BASE, "1v1-bimodal-0.75", "wiggly-" + BASE, "half_cube-" + BASE):
        yield name, 1, 1, NORMAL
    yield "swissroll_x-normal_cdf-" + BASE, 2, 1, NORMAL
    for e in (0.1, 0.75):
        yield f"1v1-additive-{e}", 1, 1, additive(e)
    for d in (2, 3, 5, 25, 50):
        yield f"multinormal-dense-{d}-{d}-0.5", d, d, dense(d)
    for d in (2, 3, 5, 25):
        yield f"multinormal-sparse-{d}-{d}-2-2.0", d, d, sparse(d)
    for d in (3, 5, 25):
        for name in ("normal_cdf-", "half_cube-", "spiral-", "spiral-normal_cdf-"):
            yield f"{name}multinormal-sparse-{d}-{d}-2-2.0", d, d, sparse(d)
    for d, dof in ((1, 1), (2, 1), (2, 2), (3, 2), (3, 3), (5, 2), (5, 3)):
        yield f"student-identity-{d}-{d}-{dof}", d, d, student(d, dof)
    for d, dof in ((1, 1), (2, 1), (3, 2), (5, 2)):
        yield f"asinh-student-identity-{d}-{d}-{dof}", d, d, student(d, dof)
    yield "1v1-X-0.9", 1, 1, plane([((0, 0), [[1, r], [r, 1]]) for r in (0.9, -0.9)], (-9, -9), (9, 9), 0.02)
    yield "1v1-AI", 1, 1, ai()
    yield "2v1-waves-12-5.0-3.0", 2, 1, waves()
    yield "2v1-galaxy-0.5-3.0", 2, 1, galaxy()
    for d, m in ((3, 5), (5, 5), (3, 10), (5, 10), (25, 5)):
        yield f"{d}v1-concentric_gaussians-{m}", d, 1, concentric(d, m)
    for share in (0.2, 0.5):
        value = inliers(share)
        for d in (5, 25):
            yield f"mult-sparse-w-inliers-{d}-{d}-2-2.0-{share}", d, d, value


print(f"# truths.py with NumPy {np.__version__}, SciPy {scipy.__version__}; nats.")
print("name,dim_x,dim_y,nats")
for name, dim_x, dim_y, nats in rows():
    print(f"{name},{dim_x},{dim_y},{nats:.12f}")
