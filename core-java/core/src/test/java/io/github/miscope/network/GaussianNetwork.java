package io.github.miscope.network;

import io.github.miscope.sample.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Normal columns in a random network: each is a sum of one or two columns before it, and noise.
 *
 * @param columns d columns of n values
 * @param edges from each column to those that it is made of
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GaussianNetwork(double[][] columns, KnownEdges edges) {

  static GaussianNetwork of(int d, int n, Seed seed) {
    UniformRandomProvider random = seed.generator();
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[][] columns = new double[d][n];
    Set<KnownEdges.Pair> edges = new HashSet<>();
    for (int j = 0; j < d; j++) {
      int parents = j == 0 ? 0 : 1 + (random.nextDouble() < 0.2 ? 1 : 0);
      for (int p = 0; p < parents; p++) {
        int parent = random.nextInt(j);
        edges.add(KnownEdges.Pair.of(parent, j));
        for (int i = 0; i < n; i++) {
          columns[j][i] += columns[parent][i];
        }
      }
      for (int i = 0; i < n; i++) {
        columns[j][i] = 0.7 * (columns[j][i] + normal.sample());
      }
    }
    return new GaussianNetwork(columns, new KnownEdges(edges));
  }

  static List<String> names(int d) {
    List<String> names = new ArrayList<>();
    for (int j = 0; j < d; j++) {
      names.add("g" + j);
    }
    return names;
  }

  /** Writes x, y, whether there is an edge, and the plug-in information, for the reference. */
  public static void main(String[] args) throws IOException {
    GaussianNetwork network = of(50, 200, Seed.of(25));
    MiNetwork estimates = GraphReferenceTest.estimated(network);
    List<String> lines = new ArrayList<>(List.of("x,y,edge,mi"));
    for (int x = 0; x < 50; x++) {
      for (int y = x + 1; y < 50; y++) {
        int edge = network.edges().pairs().contains(new KnownEdges.Pair(x, y)) ? 1 : 0;
        lines.add(x + "," + y + "," + edge + "," + estimates.nats(x, y));
      }
    }
    Files.write(Path.of(args[0]), lines);
  }
}
