package io.github.miscope.internal.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Checks that options share. */
public final class Check {

  /** The part of the heap that one array or table may take. */
  private static final int PART_OF_HEAP = 2;

  private Check() {}

  /**
   * A whole number within limits.
   *
   * @param name the option
   * @param value its value
   * @param least the least value
   * @param most the largest value
   * @throws IllegalArgumentException if the value is beyond them: "k must be >= 1: k=0"
   */
  public static void between(String name, long value, long least, long most) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be >= " + least + ": " + name + "=" + value);
    }
    if (value > most) {
      throw new IllegalArgumentException(name + " must be <= " + most + ": " + name + "=" + value);
    }
  }

  /**
   * A whole number that is not too small.
   *
   * @param name the option
   * @param value its value
   * @param least the least value
   * @throws IllegalArgumentException if the value is below it: "k must be >= 1: k=0"
   */
  public static void atLeast(String name, long value, long least) {
    between(name, value, least, Long.MAX_VALUE);
  }

  /**
   * A positive number.
   *
   * @param name the option
   * @param value its value
   * @throws IllegalArgumentException if it is not positive and finite: "sigma must be positive and
   *     finite: sigma=0.0"
   */
  public static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + " must be positive and finite: " + name + "=" + value);
    }
  }

  /**
   * A number that is not negative.
   *
   * @param name the option
   * @param value its value
   * @throws IllegalArgumentException if it is negative or not finite: "sigma must be >= 0 and
   *     finite: sigma=-1.0"
   */
  public static void notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be >= 0 and finite: " + name + "=" + value);
    }
  }

  /**
   * A number of doubles that memory can hold.
   *
   * @param what what they are, with the values that make them so many: "samples (n=1000, d=3)"
   * @param factors their number is the product
   * @throws IllegalArgumentException if they take more than half of the memory that this Java
   *     machine may have
   */
  public static void memory(String what, long... factors) {
    double bytes = Arrays.stream(factors).asDoubleStream().reduce(Double.BYTES, (a, b) -> a * b);
    long heap = Runtime.getRuntime().maxMemory();
    if (bytes > heap / (double) PART_OF_HEAP) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must fit into half of the memory: %s values are %.3g GB, and Java has %.3g GB",
              what,
              Arrays.stream(factors).mapToObj(Long::toString).collect(Collectors.joining(" x ")),
              bytes / (1 << 30),
              heap / (double) (1 << 30)));
    }
  }

  /**
   * A copy of a list that cannot be changed.
   *
   * @param name the argument
   * @param elements its elements
   * @param <T> their type
   * @return the copy
   * @throws NullPointerException if the list is null, with the name as message, or an element is,
   *     with its place: "names[2]"
   */
  public static <T> List<T> copy(String name, Collection<? extends T> elements) {
    Objects.requireNonNull(elements, name);
    List<T> copy = new ArrayList<>(elements.size());
    for (T element : elements) {
      if (element == null) {
        throw new NullPointerException(name + "[" + copy.size() + "]");
      }
      copy.add(element);
    }
    return Collections.unmodifiableList(copy);
  }

  /**
   * An array without null.
   *
   * @param name the argument
   * @param elements its elements
   * @param <T> their type
   * @throws NullPointerException if the array is null, with the name as message, or an element is,
   *     with its place: "columns[2]"
   */
  public static <T> void elements(String name, T[] elements) {
    Objects.requireNonNull(elements, name);
    for (int i = 0; i < elements.length; i++) {
      Objects.requireNonNull(elements[i], name + "[" + i + "]");
    }
  }
}
