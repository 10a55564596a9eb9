package io.github.miscope.task;

import java.util.LinkedHashMap;
import java.util.Map;

/** The lists of tasks of both versions of the benchmark, by their names there. */
final class BeyondNormalLists {

  private static final double RHO = 0.75;
  private static final String NORMAL = "1v1-normal-0.75";
  private static final String STUDENT = "student-identity-1-1-1";

  private final Map<String, Sampler> all = new LinkedHashMap<>();

  private BeyondNormalLists() {}

  static Map<String, Sampler> first() {
    BeyondNormalLists lists = new BeyondNormalLists();
    lists.addPlaneTasks();
    for (int d : new int[] {2, 3, 5, 25, 50}) {
      lists.addDense(d);
    }
    for (int d : new int[] {2, 3, 5, 25}) {
      lists.add(sparseName(d), sparse(d));
    }
    for (int[] shape : new int[][] {{2, 1}, {2, 2}, {3, 2}, {3, 3}, {5, 2}, {5, 3}}) {
      lists.add(studentName(shape), student(shape));
    }
    lists.addMapped();
    lists.addAsinhStudents();
    return lists.named();
  }

  private void addPlaneTasks() {
    Sampler normal = BeyondNormal.normal(RHO);
    Sampler student = BeyondNormal.student(1, 1, 1);
    add(NORMAL, normal);
    add("normal_cdf-" + NORMAL, BeyondNormal.normalCdf(normal));
    add("1v1-additive-0.1", Tasks.additiveUniformNoise(1, 0.2));
    addWideNoise();
    add("1v1-bimodal-0.75", BeyondNormal.bimodal(RHO));
    add("wiggly-" + NORMAL, BeyondNormal.wiggly(normal));
    add("half_cube-" + NORMAL, BeyondNormal.halfCube(normal));
    add(STUDENT, student);
    add("asinh-" + STUDENT, BeyondNormal.asinh(student));
    addSwissRoll();
  }

  private void addMapped() {
    int[] dimensions = {3, 5, 25};
    for (int d : dimensions) {
      add("normal_cdf-" + sparseName(d), BeyondNormal.normalCdf(sparse(d)));
    }
    for (int d : dimensions) {
      add("half_cube-" + sparseName(d), BeyondNormal.halfCube(sparse(d)));
    }
    for (int d : dimensions) {
      addSpiral(d);
    }
    for (int d : dimensions) {
      Sampler uniform = BeyondNormal.normalCdf(sparse(d));
      add("spiral-normal_cdf-" + sparseName(d), BeyondNormal.spiral(uniform));
    }
  }

  static Map<String, Sampler> second() {
    BeyondNormalLists lists = new BeyondNormalLists();
    lists.addWideNoise();
    lists.add("asinh-" + STUDENT, BeyondNormal.asinh(BeyondNormal.student(1, 1, 1)));
    lists.add("1v1-X-0.9", BeyondNormal.x(0.9));
    lists.add("1v1-AI", BeyondNormal.ai());
    lists.addSwissRoll();
    lists.add("2v1-waves-12-5.0-3.0", BeyondNormal.waves(12, 5, 3));
    lists.add("2v1-galaxy-0.5-3.0", BeyondNormal.galaxy(0.5, 3));
    for (int[] shape : new int[][] {{3, 5}, {5, 5}, {3, 10}, {5, 10}, {25, 5}}) {
      lists.add(
          shape[0] + "v1-concentric_gaussians-" + shape[1],
          BeyondNormal.concentric(shape[0], shape[1]));
    }
    for (int d : new int[] {5, 25, 50}) {
      lists.addDense(d);
    }
    for (int d : new int[] {5, 25}) {
      lists.add(sparseName(d), sparse(d));
    }
    for (double inliers : new double[] {0.2, 0.5}) {
      for (int d : new int[] {5, 25}) {
        lists.add(
            "mult-sparse-w-inliers-" + d + "-" + d + "-2-2.0-" + inliers,
            BeyondNormal.sparseWithInliers(d, d, 2, 2, inliers));
      }
    }
    lists.addAsinhStudents();
    lists.addSpiral(3);
    lists.addSpiral(5);
    return lists.named();
  }

  private void addWideNoise() {
    // Noise in (-0.75, 0.75).
    add("1v1-additive-0.75", Tasks.additiveUniformNoise(1, 1.5));
  }

  private void addSwissRoll() {
    Sampler uniform = BeyondNormal.normalCdf(BeyondNormal.normal(RHO));
    add("swissroll_x-normal_cdf-" + NORMAL, BeyondNormal.swissRoll(uniform));
  }

  private void addDense(int d) {
    add("multinormal-dense-" + d + "-" + d + "-0.5", BeyondNormal.dense(d, d, 0.5));
  }

  private void addSpiral(int d) {
    add("spiral-" + sparseName(d), BeyondNormal.spiral(sparse(d)));
  }

  private void addAsinhStudents() {
    for (int[] shape : new int[][] {{2, 1}, {3, 2}, {5, 2}}) {
      add("asinh-" + studentName(shape), BeyondNormal.asinh(student(shape)));
    }
  }

  private static String sparseName(int d) {
    return "multinormal-sparse-" + d + "-" + d + "-2-2.0";
  }

  private static Sampler sparse(int d) {
    return BeyondNormal.sparse(d, d, 2, 2);
  }

  /** Dimensions of X and of Y, and degrees of freedom. */
  private static String studentName(int[] shape) {
    return "student-identity-" + shape[0] + "-" + shape[0] + "-" + shape[1];
  }

  private static Sampler student(int[] shape) {
    return BeyondNormal.student(shape[0], shape[0], shape[1]);
  }

  private void add(String name, Sampler sampler) {
    all.put(name, sampler);
  }

  private Map<String, Sampler> named() {
    all.replaceAll(NamedSampler::new);
    return all;
  }
}
