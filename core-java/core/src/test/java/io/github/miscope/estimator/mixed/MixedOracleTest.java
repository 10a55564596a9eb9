package io.github.miscope.estimator.mixed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.miscope.reference.ReferenceData;
import io.github.miscope.sample.ConditionalSamples;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.numbers.gamma.Digamma;
import org.junit.jupiter.api.Test;

/** Estimators for mixed data against other programs, and against the papers word for word. */
class MixedOracleTest {

  private static final List<DoubleUnaryOperator> KINDS =
      List.of(
          v -> v,
          v -> Math.max(0, v),
          v -> Math.rint(v),
          v -> Math.rint(4 * v) / 4,
          v -> Math.abs(v) < 0.7 ? 0 : v);

  /** Variables with atoms of all sorts, n = 60. */
  private static Variable variable(String name, double[] normals, DoubleUnaryOperator kind) {
    return Variable.of(name, Arrays.stream(normals).map(kind).toArray());
  }

  @Test
  void rossAgreesWithScikitLearn() {
    for (CSVRecord row : ReferenceData.table("sklearn/ross.csv")) {
      double[][] columns = ReferenceData.columns(row.get("file"));
      Variable c = Variable.of("c", columns[Integer.parseInt(row.get("continuous"))]);
      int[] codes =
          Arrays.stream(columns[Integer.parseInt(row.get("discrete"))])
              .mapToInt(v -> (int) v)
              .toArray();
      Ross ross = Ross.withDefaults().withK(Integer.parseInt(row.get("k")));
      double nats = ross.estimate(new Samples(c, Variable.discrete("d", codes))).nats();
      assertEquals(Double.parseDouble(row.get("nats")), nats, 1e-12, row.toString());
    }
  }

  private static double distance(Variable v, int i, int j) {
    double largest = 0;
    for (int c = 0; c < v.d(); c++) {
      largest = Math.max(largest, Math.abs(v.get(i, c) - v.get(j, c)));
    }
    return largest;
  }

  private static int within(Variable v, int i, double rho) {
    return (int) IntStream.range(0, v.n()).filter(j -> j != i && distance(v, i, j) <= rho).count();
  }

  private static int within(Variable v, Variable w, int i, double rho) {
    return (int)
        IntStream.range(0, v.n())
            .filter(j -> j != i && distance(v, i, j) <= rho && distance(w, i, j) <= rho)
            .count();
  }

  private static double kth(int n, int k, int i, Variable... parts) {
    return IntStream.range(0, n)
        .filter(j -> j != i)
        .mapToDouble(
            j -> Arrays.stream(parts).mapToDouble(p -> distance(p, i, j)).max().orElseThrow())
        .sorted()
        .toArray()[k - 1];
  }

  /** Gao, Kannan, Oh and Viswanath 2017, Algorithm 1. */
  private static double gao(Variable x, Variable y, int k) {
    int n = x.n();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double rho = kth(n, k, i, x, y);
      int kTilde = rho == 0 ? within(x, y, i, 0) : k;
      sum +=
          Digamma.value(kTilde)
              + Math.log(n)
              - Math.log(within(x, i, rho) + 1)
              - Math.log(within(y, i, rho) + 1);
    }
    return sum / n;
  }

  /** Mesner and Shalizi, Algorithm 1, without the maximum with zero. */
  private static double mesnerShalizi(Variable x, Variable y, Variable z, int k) {
    int n = x.n();
    Variable xz = Variable.join("xz", x, z);
    Variable yz = Variable.join("yz", y, z);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double rho = kth(n, k, i, x, y, z);
      sum +=
          Digamma.value(within(xz, yz, i, rho))
              - Digamma.value(within(xz, i, rho))
              - Digamma.value(within(yz, i, rho))
              + Digamma.value(within(z, i, rho));
    }
    return sum / n;
  }

  @Test
  void mixturesAgreeWithThePapersAlgorithms() {
    Samples samples = Tasks.correlatedGaussians(1, 0.7).sample(60, Seed.of(1));
    double[] normals = Tasks.correlatedGaussians(1, 0).sample(60, Seed.of(2)).x().column(0);
    int n = samples.n();
    for (DoubleUnaryOperator kindX : KINDS) {
      for (DoubleUnaryOperator kindY : KINDS) {
        Variable x = variable("x", samples.x().column(0), kindX);
        Variable y = variable("y", samples.y().column(0), kindY);
        Variable z = variable("z", normals, kindX);
        Variable constant = Variable.of("c", new double[n]);
        for (int k : new int[] {1, 5}) {
          assertEquals(gao(x, y, k), new MixtureKsg(k).estimate(new Samples(x, y)).nats(), 1e-12);
          MesnerShalizi mesner = new MesnerShalizi(k);
          assertEquals(
              mesnerShalizi(x, y, z, k),
              mesner.estimate(new ConditionalSamples(x, y, z)).nats(),
              1e-12);
          // Without Z its last term is psi(n), with a constant Z psi(n - 1).
          assertEquals(
              mesnerShalizi(x, y, constant, k) + 1.0 / (n - 1),
              mesner.estimate(new Samples(x, y)).nats(),
              1e-12);
        }
      }
    }
  }

  /** Levels far apart are levels: the discrete metric with a unit larger than the data. */
  @Test
  void aDiscreteColumnIsAColumnOfDistantLevels() {
    Samples samples = Tasks.correlatedGaussians(1, 0.7).sample(120, Seed.of(3));
    int[] codes = Arrays.stream(samples.x().column(0)).mapToInt(v -> v < 0 ? 0 : 1).toArray();
    Variable discrete = Variable.discrete("x", codes);
    Variable distant = Variable.of("x", Arrays.stream(codes).mapToDouble(c -> 1e3 * c).toArray());
    assertEquals(
        MixtureKsg.withDefaults().estimate(new Samples(distant, samples.y())).nats(),
        MixtureKsg.withDefaults().estimate(new Samples(discrete, samples.y())).nats(),
        1e-12);
    assertEquals(
        MesnerShalizi.withDefaults().estimate(new Samples(distant, samples.y())).nats(),
        MesnerShalizi.withDefaults().estimate(new Samples(discrete, samples.y())).nats(),
        1e-12);
  }

  /**
   * Another formula for the same information, h(X) - sum p(y) h(X|Y=y) with nearest-neighbour
   * entropies, composed here from the definition.
   */
  @Test
  void sumOfEntropiesAgreesWithNpeet() {
    CSVRecord row = ReferenceData.table("npeet/mixed.csv").get(0);
    double[][] columns = ReferenceData.columns("npeet/" + row.get("file"));
    Variable x = Variable.ofColumns("x", columns[0], columns[1]);
    int k = Integer.parseInt(row.get("k"));
    double nats = entropy(x, k);
    for (double label : Arrays.stream(columns[2]).distinct().toArray()) {
      int[] rows = IntStream.range(0, x.n()).filter(i -> columns[2][i] == label).toArray();
      nats -= rows.length * entropy(x.rows(rows), k) / x.n();
    }
    assertEquals(Double.parseDouble(row.get("micd")), Math.abs(nats), 1e-9);
  }

  private static double entropy(Variable x, int k) {
    double sum = 0;
    for (int i = 0; i < x.n(); i++) {
      sum += Math.log(2 * kth(x.n(), k, i, x));
    }
    return Digamma.value(x.n()) - Digamma.value(k) + x.d() * sum / x.n();
  }
}
