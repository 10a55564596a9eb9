package io.github.miscope.inference;

import java.util.List;
import org.apache.commons.numbers.gamma.Digamma;

/**
 * The variance of an estimate from all N observations, from the variances s_p^2 of estimates from
 * N/p of them.
 *
 * <p>Holmes and Nemenman (2019) let the variance go as B/n, so that every s_p^2 / p is an estimate
 * of it. For small parts that is not so: n times the variance of KSG grows with n, from n = 50 to n
 * = 500 by 20 to 50 per cent for Gaussians of d = 1, by 130 for d = 3 and rho = 0.9, about as
 * exp(-c / sqrt n). Hence the line log(s_p^2 / p) = a + b sqrt(p), fitted by weights and read off
 * at p = 1.
 */
final class VarianceFit {

  /** The variance at p = 1 and its degrees of freedom. */
  record Result(double variance, double degreesOfFreedom) {}

  private VarianceFit() {}

  static Result line(List<PartVariance> parts) {
    boolean fits = parts.size() > 1 && parts.stream().allMatch(part -> part.variance() > 0);
    return fits ? atOne(parts) : pooled(parts);
  }

  private static Result atOne(List<PartVariance> parts) {
    double weights = 0;
    double meanX = 0;
    double meanY = 0;
    for (PartVariance part : parts) {
      double w = weight(part);
      weights += w;
      meanX += w * x(part);
      meanY += w * y(part);
    }
    meanX /= weights;
    meanY /= weights;
    double xx = 0;
    double xy = 0;
    for (PartVariance part : parts) {
      double w = weight(part);
      xx += w * (x(part) - meanX) * (x(part) - meanX);
      xy += w * (x(part) - meanX) * (y(part) - meanY);
    }
    double log = meanY + xy / xx * (1 - meanX);
    double error = 1 / weights + (1 - meanX) * (1 - meanX) / xx;
    return new Result(Math.exp(log), 2 / error);
  }

  private static double x(PartVariance part) {
    return Math.sqrt(part.parts());
  }

  /** The logarithm of a mean square errs low by log(m/2) - psi(m/2), about 1/m. */
  private static double y(PartVariance part) {
    double half = 0.5 * part.degreesOfFreedom();
    return Math.log(part.variance() / part.parts()) + Math.log(half) - Digamma.value(half);
  }

  /** The variance of the logarithm of a mean square of m degrees of freedom is about 2/m. */
  private static double weight(PartVariance part) {
    return 0.5 * part.degreesOfFreedom();
  }

  /** The bare 1/n law: the mean of s_p^2 / p, weighted by degrees of freedom. */
  static Result pooled(List<PartVariance> parts) {
    double sum = 0;
    double freedom = 0;
    for (PartVariance part : parts) {
      sum += part.degreesOfFreedom() * part.variance() / part.parts();
      freedom += part.degreesOfFreedom();
    }
    return new Result(sum / freedom, freedom);
  }
}
