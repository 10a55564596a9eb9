package io.github.miscope.internal.linear;

import io.github.miscope.internal.parallel.Interrupts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.qr.QRDecompositionHouseholderColumn_DDRM;

/**
 * The uncorrelated linear combinations of largest variance of some columns.
 *
 * <p>Up to {@value #FULL} columns or rows, whichever is less, all of them come from the singular
 * values of the smaller of X'X and XX'. Beyond, the leading ones are found in a block Krylov space
 * of X'X (Musco and Musco 2015, "Randomized Block Krylov Methods", Algorithm 2), which grows until
 * the residual of each is negligible; it then is the same to rounding and takes a small part of the
 * time. Where variances are so close that it would have to grow far, the products are taken after
 * all; of more than {@value #MAX_PRODUCTS} columns and rows it ends at {@value #MAX_BLOCKS} blocks,
 * and directions of close variances are then mixed a little.
 *
 * @param means the mean of each column
 * @param variances of the combinations, descending, with divisor n
 * @param directions a row of d weights for each combination; orthonormal, the largest weight
 *     positive
 * @param totalVariance the sum of the variances of all columns
 * @param n the number of rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LeadingComponents(
    double[] means, double[] variances, double[][] directions, double totalVariance, int n) {

  private static final int FULL = 300;

  /** A Krylov space pays while it needs no more than this part of all dimensions. */
  private static final int PART = 8;

  /** Directions more than asked for, in each block. */
  private static final int MORE = 7;

  /** The largest residual of a direction, as a part of the largest eigenvalue. */
  private static final double NEGLIGIBLE = 1e-11;

  /** The dimension at which the space stops to grow, as a multiple of a block. */
  private static final int MAX_BLOCKS = 30;

  private static final int FEW_BLOCKS = 3;

  /** More steps than this take longer than all products, measured at 1024 columns. */
  private static final int SLOW = 15;

  /** The time of all products grows with the square of the columns, or rows if these are fewer. */
  private static final int MAX_PRODUCTS = 1500;

  /** Up to this part of all vectors are found one by one. */
  private static final int FEW = 4;

  /** The generator's seed: any one will do. */
  private static final long SEED = 0x6d697363;

  /**
   * The leading components of columns.
   *
   * @param columns d columns of n values
   * @param count how many, at most min(n, d)
   */
  public static LeadingComponents of(double[][] columns, int count) throws InterruptedException {
    return of(columns, count, MAX_BLOCKS);
  }

  /**
   * Components that explain nearly as much variance as the leading ones, in a time that does not
   * depend on how close the variances are: of a few blocks of the Krylov space, however far they
   * are from converged (Musco and Musco 2015, Theorem 1).
   *
   * @param columns d columns of n values
   * @param count how many, at most min(n, d)
   */
  public static LeadingComponents nearly(double[][] columns, int count)
      throws InterruptedException {
    return of(columns, count, FEW_BLOCKS);
  }

  private static LeadingComponents of(double[][] columns, int count, int blocks)
      throws InterruptedException {
    int d = columns.length;
    int n = columns[0].length;
    double[] means = new double[d];
    double[][] centred = new double[d][];
    double total = 0;
    for (int j = 0; j < d; j++) {
      means[j] = mean(columns[j]);
      centred[j] = minus(columns[j], means[j]);
      total += sumOfSquares(centred[j]);
    }
    int smaller = Math.min(n, d);
    boolean all = smaller <= FULL || count + MORE > smaller / PART;
    Eigenpairs pairs = all ? full(centred, count) : krylov(centred, count, blocks);
    double[] variances = Arrays.stream(pairs.values()).map(v -> Math.max(0, v) / n).toArray();
    for (double[] direction : pairs.vectors()) {
      orient(direction);
    }
    return new LeadingComponents(means, variances, pairs.vectors(), total / n, n);
  }

  /** The same without all but the first components. */
  public LeadingComponents first(int count) {
    return new LeadingComponents(
        means, Arrays.copyOf(variances, count), Arrays.copyOf(directions, count), totalVariance, n);
  }

  /** The projections of columns, in order of the components. */
  public double[][] project(double[][] columns) throws InterruptedException {
    int n = columns[0].length;
    double[][] codes = new double[directions.length][n];
    for (int j = 0; j < columns.length; j++) {
      Interrupts.check();
      for (int l = 0; l < codes.length; l++) {
        addMultiple(directions[l][j], columns[j], means[j], codes[l]);
      }
    }
    return codes;
  }

  /** The columns with given projections, and none on any other direction. */
  public double[][] reconstruct(double[][] codes) throws InterruptedException {
    double[][] columns = new double[means.length][codes[0].length];
    for (int j = 0; j < columns.length; j++) {
      Interrupts.check();
      Arrays.fill(columns[j], means[j]);
      for (int l = 0; l < codes.length; l++) {
        addMultiple(directions[l][j], codes[l], 0, columns[j]);
      }
    }
    return columns;
  }

  private static Eigenpairs full(double[][] x, int count) throws InterruptedException {
    int d = x.length;
    int n = x[0].length;
    if (d <= n) {
      return ofProducts(products(x), count);
    }
    // (1/s) X'u for the eigenvectors u of XX', with eigenvalue s squared.
    Eigenpairs dual = ofProducts(products(transposed(x)), count);
    double[][] vectors = new double[count][d];
    for (int l = 0; l < count; l++) {
      Interrupts.check();
      for (int j = 0; j < d; j++) {
        vectors[l][j] = dot(x[j], dual.vectors()[l]);
      }
    }
    return new Eigenpairs(dual.values(), orthonormal(vectors));
  }

  private static Eigenpairs ofProducts(DMatrixRMaj products, int count)
      throws InterruptedException {
    if (products.numCols > FULL && count <= products.numCols / FEW) {
      Optional<Eigenpairs> pairs = LeadingEigen.of(products, count, NEGLIGIBLE);
      if (pairs.isPresent()) {
        return pairs.get();
      }
    }
    return leading(products, count);
  }

  /**
   * The leading eigenpairs of a matrix of products. Its singular values are its eigenvalues, and
   * their algorithm takes exact repetitions, which EJML's for symmetric matrices does not.
   */
  private static Eigenpairs leading(DMatrixRMaj products, int count) throws InterruptedException {
    int d = products.numRows;
    SingularValues svd = SingularValues.of(products);
    double[] values = svd.getSingularValues();
    DMatrixRMaj v = svd.getV(null, true);
    int[] order =
        IntStream.range(0, d)
            .boxed()
            .sorted(Comparator.comparingDouble(l -> -values[l]))
            .mapToInt(Integer::intValue)
            .limit(count)
            .toArray();
    double[][] vectors = new double[count][];
    for (int l = 0; l < count; l++) {
      vectors[l] = Arrays.copyOfRange(v.data, order[l] * d, (order[l] + 1) * d);
    }
    return new Eigenpairs(Arrays.stream(order).mapToDouble(l -> values[l]).toArray(), vectors);
  }

  private static Eigenpairs krylov(double[][] columns, int count, int blocks)
      throws InterruptedException {
    int d = columns.length;
    int n = columns[0].length;
    int block = (count + MORE) / TallProducts.GROUP * TallProducts.GROUP;
    DMatrixRMaj next = new DMatrixRMaj(d, block);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < next.data.length; i++) {
      next.data[i] = random.nextDouble() - 0.5;
    }
    // A row of basis for each direction, and its image under X'X.
    DMatrixRMaj basis = new DMatrixRMaj(0, d);
    DMatrixRMaj image = new DMatrixRMaj(0, d);
    Eigenpairs pairs = new Eigenpairs(new double[0], new double[0][]);
    int look = blocks < MAX_BLOCKS ? blocks : FEW_BLOCKS;
    double before = 1;
    int lookedAt = 0;
    for (int step = 0; step < blocks && basis.numRows + block <= Math.min(d, n); step++) {
      DMatrixRMaj directions = newDirections(next, basis);
      next = TallProducts.squared(columns, directions);
      basis = below(basis, directions);
      image = below(image, next);
      boolean last = step == blocks - 1 || basis.numRows + block > Math.min(d, n);
      if (step + 1 < look && !last) {
        continue;
      }
      // In a flat spectrum the space must grow to the whole: looks at every step would cost more.
      look = blocks < MAX_BLOCKS ? blocks : look + (look + 1) / 2;
      DMatrixRMaj products = new DMatrixRMaj(basis.numRows, basis.numRows);
      CommonOps_DDRM.multTransB(basis, image, products);
      Eigenpairs small = leading(products, count);
      DMatrixRMaj weights = new DMatrixRMaj(small.vectors());
      DMatrixRMaj vectors = Products.of(weights, basis);
      DMatrixRMaj images = Products.of(weights, image);
      pairs = new Eigenpairs(small.values(), Eigenpairs.rows(vectors));
      double residual =
          pairs.largestResidual(images) / Math.max(Double.MIN_NORMAL, small.values()[0]);
      if (residual <= NEGLIGIBLE) {
        break;
      }
      boolean slow = last || stepsLeft(before, residual, step + 1 - lookedAt) > SLOW;
      if (slow && blocks == MAX_BLOCKS && Math.min(d, n) <= MAX_PRODUCTS) {
        return full(columns, count);
      }
      before = residual;
      lookedAt = step + 1;
    }
    return pairs;
  }

  /** How many steps are still to come if residuals fall on as they did. */
  private static double stepsLeft(double before, double residual, int steps) {
    double rate = Math.log(before / residual) / steps;
    return rate <= 0 ? Double.POSITIVE_INFINITY : Math.log(residual / NEGLIGIBLE) / rate;
  }

  /** An orthonormal basis, as columns, of what the block adds to the rows of a basis. */
  private static DMatrixRMaj newDirections(DMatrixRMaj block, DMatrixRMaj basis)
      throws InterruptedException {
    DMatrixRMaj rest = block.copy();
    // Twice is enough: what rounding leaves of the basis after one pass, the second takes away.
    for (int pass = 0; pass < 2; pass++) {
      rest = q(rest);
      if (basis.numRows > 0) {
        DMatrixRMaj shares = Products.of(basis, rest);
        DMatrixRMaj inBasis = Products.transposed(1, basis, shares);
        CommonOps_DDRM.subtractEquals(rest, inBasis);
      }
    }
    return q(rest);
  }

  private static DMatrixRMaj q(DMatrixRMaj matrix) {
    QRDecompositionHouseholderColumn_DDRM qr = new QRDecompositionHouseholderColumn_DDRM();
    if (!qr.decompose(matrix)) {
      throw new IllegalStateException("the QR decomposition failed");
    }
    return qr.getQ(null, true);
  }

  private static DMatrixRMaj below(DMatrixRMaj rows, DMatrixRMaj columns) {
    DMatrixRMaj more = CommonOps_DDRM.transpose(columns, null);
    DMatrixRMaj all = new DMatrixRMaj(rows.numRows + more.numRows, more.numCols);
    System.arraycopy(rows.data, 0, all.data, 0, rows.getNumElements());
    System.arraycopy(more.data, 0, all.data, rows.getNumElements(), more.getNumElements());
    return all;
  }

  /** Gram and Schmidt, twice; a vector that lies in the span of those before it becomes another. */
  private static double[][] orthonormal(double[][] vectors) {
    for (int l = 0; l < vectors.length; l++) {
      double before = Math.sqrt(sumOfSquares(vectors[l]));
      for (int pass = 0; pass < 2; pass++) {
        for (int m = 0; m < l; m++) {
          addMultiple(-dot(vectors[l], vectors[m]), vectors[m], 0, vectors[l]);
        }
      }
      double norm = Math.sqrt(sumOfSquares(vectors[l]));
      if (norm <= 1e-8 * before || norm == 0) {
        // No variance is left: any direction that is orthogonal will do.
        vectors[l] = anotherDirection(vectors, l);
        norm = Math.sqrt(sumOfSquares(vectors[l]));
      }
      for (int j = 0; j < vectors[l].length; j++) {
        vectors[l][j] /= norm;
      }
    }
    return vectors;
  }

  private static double[] anotherDirection(double[][] vectors, int count) {
    int d = vectors[0].length;
    double[] best = new double[d];
    for (int axis = 0; axis <= count && axis < d; axis++) {
      double[] candidate = new double[d];
      candidate[axis] = 1;
      for (int pass = 0; pass < 2; pass++) {
        for (int m = 0; m < count; m++) {
          addMultiple(-dot(candidate, vectors[m]), vectors[m], 0, candidate);
        }
      }
      if (sumOfSquares(candidate) > sumOfSquares(best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static DMatrixRMaj products(double[][] x) throws InterruptedException {
    return Moments.products(x);
  }

  private static double[][] transposed(double[][] x) {
    double[][] rows = new double[x[0].length][x.length];
    for (int j = 0; j < x.length; j++) {
      for (int i = 0; i < rows.length; i++) {
        rows[i][j] = x[j][i];
      }
    }
    return rows;
  }

  private static void orient(double[] direction) {
    int largest = 0;
    for (int j = 1; j < direction.length; j++) {
      if (Math.abs(direction[j]) > Math.abs(direction[largest]) * (1 + 1e-9)) {
        largest = j;
      }
    }
    if (direction[largest] < 0) {
      for (int j = 0; j < direction.length; j++) {
        direction[j] = -direction[j];
      }
    }
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v / values.length;
    }
    return sum;
  }

  private static double[] minus(double[] values, double mean) {
    double[] centred = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      centred[i] = values[i] - mean;
    }
    return centred;
  }

  private static double sumOfSquares(double[] v) {
    return dot(v, v);
  }

  private static double dot(double[] u, double[] v) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      sum += u[i] * v[i];
    }
    return sum;
  }

  private static void addMultiple(double factor, double[] values, double mean, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * (values[i] - mean);
    }
  }
}
