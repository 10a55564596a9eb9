package io.github.miscope.inference;

import io.github.miscope.estimator.Estimate;
import io.github.miscope.estimator.Interval;
import io.github.miscope.estimator.PValue;
import io.github.miscope.estimator.Uncertainty;
import io.github.miscope.estimator.Warning;
import io.github.miscope.estimator.WarningKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of each of many estimates: numbers in arrays, 20 bytes a pair, and 40 to 60 more
 * where intervals or p-values were asked for. An {@link Estimate} with its texts takes 1 kB.
 */
final class PairStore {

  static final byte NOT_COMPUTED = 0;
  static final byte ESTIMATED = 1;
  static final byte REFUSED = 2;

  private static final WarningKind[] KINDS = WarningKind.values();

  private final byte[] states;
  private final double[] nats;
  private final int[] n;

  /** A bit for each of {@link #KINDS}. */
  private final long[] kinds;

  private double @Nullable [] errors;
  private double @Nullable [] lower;
  private double @Nullable [] upper;
  private @Nullable Interval example;
  private double @Nullable [] pValues;
  private double @Nullable [] nullMeans;
  private double @Nullable [] nullSds;
  private int @Nullable [] permutations;
  private int @Nullable [] planned;
  private @Nullable String @Nullable [] schemes;
  private final Map<String, String> schemeNames = new ConcurrentHashMap<>();

  PairStore(int size) {
    states = new byte[size];
    nats = new double[size];
    n = new int[size];
    kinds = new long[size];
    Arrays.fill(nats, Double.NaN);
  }

  int size() {
    return states.length;
  }

  byte state(int pair) {
    return states[pair];
  }

  double nats(int pair) {
    return nats[pair];
  }

  int n(int pair) {
    return n[pair];
  }

  void refuse(int pair) {
    states[pair] = REFUSED;
  }

  @SuppressWarnings("EnumOrdinal") // bits in memory only, which nothing outside sees
  void keep(int pair, Estimate estimate) {
    nats[pair] = estimate.nats();
    n[pair] = estimate.n();
    for (Warning warning : estimate.warnings()) {
      kinds[pair] |= 1L << warning.kind().ordinal();
    }
    estimate.standardError().ifPresent(error -> keepError(pair, error));
    estimate.interval().ifPresent(interval -> keepInterval(pair, interval));
    estimate.pValue().ifPresent(pValue -> keepPValue(pair, pValue));
    states[pair] = ESTIMATED;
  }

  List<WarningKind> kinds(int pair) {
    return Arrays.stream(KINDS).filter(kind -> warns(pair, kind)).toList();
  }

  @SuppressWarnings("EnumOrdinal") // as above
  boolean warns(int pair, WarningKind kind) {
    return (kinds[pair] >> kind.ordinal() & 1) != 0;
  }

  private double[] unknown() {
    double[] values = new double[states.length];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  private void keepError(int pair, double error) {
    double[] all = errors == null ? unknown() : errors;
    all[pair] = error;
    errors = all;
  }

  private void keepInterval(int pair, Interval interval) {
    double[] low = lower == null ? unknown() : lower;
    double[] high = upper == null ? unknown() : upper;
    low[pair] = interval.lower();
    high[pair] = interval.upper();
    lower = low;
    upper = high;
    example = interval;
  }

  private void keepPValue(int pair, PValue pValue) {
    double[] values = pValues == null ? unknown() : pValues;
    double[] means = nullMeans == null ? unknown() : nullMeans;
    double[] sds = nullSds == null ? unknown() : nullSds;
    int[] counts = permutations == null ? new int[states.length] : permutations;
    int[] most = planned == null ? new int[states.length] : planned;
    @Nullable String[] names = schemes == null ? new String[states.length] : schemes;
    values[pair] = pValue.value();
    means[pair] = pValue.nullMean();
    sds[pair] = pValue.nullSd();
    counts[pair] = pValue.permutations();
    most[pair] = pValue.planned();
    names[pair] = schemeNames.computeIfAbsent(pValue.scheme(), scheme -> scheme);
    pValues = values;
    nullMeans = means;
    nullSds = sds;
    permutations = counts;
    planned = most;
    schemes = names;
  }

  Uncertainty uncertainty(int pair) {
    Uncertainty known = Uncertainty.unknown();
    if (errors != null && !Double.isNaN(errors[pair])) {
      known = known.withStandardError(errors[pair]);
    }
    if (lower != null && upper != null && example != null && !Double.isNaN(lower[pair])) {
      known =
          known.withInterval(
              new Interval(example.level(), lower[pair], upper[pair], example.method()));
    }
    String scheme = schemes == null ? null : schemes[pair];
    if (scheme != null
        && pValues != null
        && nullMeans != null
        && nullSds != null
        && permutations != null
        && planned != null) {
      known =
          known.withPValue(
              new PValue(
                  pValues[pair],
                  permutations[pair],
                  planned[pair],
                  nullMeans[pair],
                  nullSds[pair],
                  scheme));
    }
    return known;
  }
}
