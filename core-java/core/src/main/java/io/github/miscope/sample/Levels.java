package io.github.miscope.sample;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The levels of a discrete variable that is given by objects. Numbers are equal if their values
 * are, whatever their types, exactly and however large: 2^53 and 2^53 + 1 are two levels, 1 and 1.0
 * are one, -0.0 and 0.0 too. Text and characters are equal if they read alike. All others are equal
 * if they say so; the text "true", the number 1 and the boolean true are three levels.
 *
 * <p>Codes are 0, 1, ... in ascending order: numbers by value, then all others by their text.
 */
public final class Levels {

  /** Beyond so many digits a number's name is what its type prints. */
  private static final int DIGITS = 40;

  /** What tells levels apart: the exact value of a number, or the level itself. */
  private record Key(Object value, String name) {

    static final Comparator<Key> ORDER =
        Comparator.comparing((Key key) -> key.value instanceof BigDecimal ? 0 : 1)
            .thenComparing(Key::compareNumbers)
            .thenComparing(Key::name)
            .thenComparing(key -> key.value.getClass().getName());

    static Key of(Object level) {
      BigDecimal number = level instanceof Number n ? exact(n) : null;
      if (number != null) {
        boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= DIGITS;
        return new Key(number, whole ? number.toPlainString() : level.toString());
      }
      boolean isText = level instanceof CharSequence || level instanceof Character;
      return new Key(isText ? level.toString() : level, level.toString());
    }

    String type() {
      return value instanceof BigDecimal ? "number" : value.getClass().getSimpleName();
    }

    private static int compareNumbers(Key a, Key b) {
      return a.value instanceof BigDecimal first && b.value instanceof BigDecimal second
          ? first.compareTo(second)
          : 0;
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof Key other && value.equals(other.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  private final int[] codes;
  private final List<String> names;

  private Levels(int[] codes, List<String> names) {
    this.codes = codes;
    this.names = names;
  }

  /**
   * Finds the levels of n observations.
   *
   * @param name what has them, for messages
   * @param observations n objects
   * @return their levels
   * @throws IllegalArgumentException if an observation is null or not a number, naming it
   */
  public static Levels of(String name, List<?> observations) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(observations, "observations");
    // Equal objects have equal keys: of many observations few are looked into.
    Map<Object, Key> keys = new LinkedHashMap<>();
    Key[] all = new Key[observations.size()];
    int i = 0;
    for (Object level : observations) {
      if (level == null || isNotANumber(level)) {
        throw new IllegalArgumentException(
            name + "[" + i + "] is " + level + ": a level must not be missing");
      }
      all[i++] = keys.computeIfAbsent(level, Key::of);
    }
    List<Key> ascending = keys.values().stream().distinct().sorted(Key.ORDER).toList();
    Map<Key, Integer> codes = new HashMap<>();
    for (Key key : ascending) {
      codes.put(key, codes.size());
    }
    return new Levels(
        Arrays.stream(all).mapToInt(key -> codes.getOrDefault(key, -1)).toArray(),
        names(ascending));
  }

  /** Names, with the types of those that read alike. */
  private static List<String> names(List<Key> keys) {
    Map<String, Integer> counts = new HashMap<>();
    keys.forEach(key -> counts.merge(key.name, 1, Integer::sum));
    return keys.stream()
        .map(
            key ->
                counts.getOrDefault(key.name, 0) == 1
                    ? key.name
                    : key.name + " (" + key.type() + ")")
        .toList();
  }

  private static boolean isNotANumber(Object level) {
    return (level instanceof Double || level instanceof Float)
        && Double.isNaN(((Number) level).doubleValue());
  }

  /** The exact value without trailing zeros; null of a number that is infinite or unknown. */
  private static @Nullable BigDecimal exact(Number number) {
    BigDecimal value = null;
    if (number instanceof BigDecimal decimal) {
      value = decimal;
    } else if (number instanceof BigInteger integer) {
      value = new BigDecimal(integer);
    } else if (number instanceof Double || number instanceof Float) {
      double v = number.doubleValue();
      value = Double.isFinite(v) ? new BigDecimal(v) : null;
    } else if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      value = BigDecimal.valueOf(number.longValue());
    }
    return value == null ? null : value.stripTrailingZeros();
  }

  /**
   * The code of each observation.
   *
   * @return a copy, n codes from 0
   */
  public int[] codes() {
    return codes.clone();
  }

  /**
   * The names of the levels, for people: what they print, with their type where two print alike.
   *
   * @return one name for each code
   */
  public List<String> names() {
    return names;
  }
}
