package io.github.miscope.task;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Independent distributions side by side, whose information adds. */
record ProductSampler(List<Sampler> factors) implements Sampler {

  ProductSampler {
    factors = List.copyOf(factors);
    if (factors.isEmpty()) {
      throw new IllegalArgumentException("a product needs at least one factor: there is none");
    }
  }

  @Override
  public int dX() {
    return sum(Sampler::dX);
  }

  @Override
  public int dY() {
    return sum(Sampler::dY);
  }

  private int sum(ToIntFunction<Sampler> dimension) {
    return factors.stream().mapToInt(dimension).reduce(0, Math::addExact);
  }

  @Override
  public double mutualInformation() {
    return factors.stream().mapToDouble(Sampler::mutualInformation).sum();
  }

  @Override
  public Samples sample(int n, Seed seed) {
    Require.samples(n, (long) dX() + dY());
    List<Samples> parts = new ArrayList<>();
    for (int i = 0; i < factors.size(); i++) {
      parts.add(factors.get(i).sample(n, seed.derive("factor", i)));
    }
    return Samples.ofColumns(columns(parts, Samples::x), columns(parts, Samples::y));
  }

  private static double[][] columns(List<Samples> parts, Function<Samples, Variable> variable) {
    return parts.stream()
        .flatMap(part -> Stream.of(variable.apply(part).columns()))
        .toArray(double[][]::new);
  }

  @Override
  public ProductSampler latent() {
    return new ProductSampler(factors.stream().map(Sampler::latent).toList());
  }

  @Override
  public String toString() {
    return factors.stream().map(Object::toString).collect(Collectors.joining(" and "));
  }
}
