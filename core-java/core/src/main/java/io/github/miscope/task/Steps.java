package io.github.miscope.task;

import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Maps that are applied one after another: the flat form of a composition. */
record Steps(List<InformationPreservingMap> maps) {

  static InformationPreservingMap compose(
      InformationPreservingMap first, InformationPreservingMap next) {
    List<InformationPreservingMap> maps =
        Stream.concat(of(first), of(next))
            .filter(map -> !map.equals(Bijection.identity()))
            .toList();
    if (maps.isEmpty()) {
      return Bijection.identity();
    }
    if (maps.size() == 1) {
      return maps.get(0);
    }
    Steps steps = new Steps(maps);
    return maps.stream().allMatch(Bijection.class::isInstance)
        ? new ComposedBijection(steps)
        : new ComposedEmbedding(steps);
  }

  private static Stream<InformationPreservingMap> of(InformationPreservingMap map) {
    if (map instanceof ComposedBijection composed) {
      return composed.steps().maps().stream();
    }
    if (map instanceof ComposedEmbedding composed) {
      return composed.steps().maps().stream();
    }
    return Stream.of(map);
  }

  /** The first map has the seed itself, as it would have alone. */
  Variable apply(Variable variable, Seed seed) {
    Variable mapped = maps.get(0).apply(variable, seed);
    for (int i = 1; i < maps.size(); i++) {
      mapped = maps.get(i).apply(mapped, seed.derive("step", i));
    }
    return mapped;
  }

  Bijection latent() {
    Bijection latent = Bijection.identity();
    for (InformationPreservingMap map : maps) {
      latent = latent.then(map.latent());
      if (map instanceof Embedding) {
        break;
      }
    }
    return latent;
  }

  int dimension(int d) {
    int mapped = d;
    for (InformationPreservingMap map : maps) {
      mapped = map.dimension(mapped);
    }
    return mapped;
  }

  @Override
  public String toString() {
    return maps.stream().map(Object::toString).collect(Collectors.joining(" then "));
  }
}
