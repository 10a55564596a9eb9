package io.github.miscope.task;

import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import java.util.OptionalDouble;

/** A source whose X and Y are mapped so that the MI, where it is known, is kept. */
record MappedSource(Source base, InformationPreservingMap mapX, InformationPreservingMap mapY)
    implements Source {

  /**
   * The base sees the seed itself: mapped and unmapped samples of one seed are the same
   * observations.
   */
  static Samples sample(
      Source base, InformationPreservingMap mapX, InformationPreservingMap mapY, int n, Seed seed) {
    Samples samples = base.sample(n, seed);
    return new Samples(
        mapX.apply(samples.x(), seed.derive("map x")),
        mapY.apply(samples.y(), seed.derive("map y")));
  }

  static String label(Object base, InformationPreservingMap mapX, InformationPreservingMap mapY) {
    return mapX.equals(mapY)
        ? base + part(", x and y: ", mapX)
        : base + part(", x: ", mapX) + part(", y: ", mapY);
  }

  private static String part(String prefix, InformationPreservingMap map) {
    return map.equals(Bijection.identity()) ? "" : prefix + map;
  }

  @Override
  public Samples sample(int n, Seed seed) {
    return sample(base, mapX, mapY, n, seed);
  }

  @Override
  public OptionalDouble knownMutualInformation() {
    return base.knownMutualInformation();
  }

  @Override
  public String toString() {
    return label(base, mapX, mapY);
  }
}
