package io.github.miscope.spark.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The jars that executors need, found by the classes of a plan. */
public final class Jars {

  /** A class of each library of the core that Spark's executors may lack, or have in part only. */
  private static final List<String> LIBRARIES =
      List.of(
          "io.github.miscope.plan.Cells",
          "org.apache.commons.rng.UniformRandomProvider",
          "org.apache.commons.rng.core.BaseProvider",
          "org.apache.commons.rng.simple.RandomSource",
          "org.apache.commons.rng.sampling.ListSampler",
          "org.apache.commons.statistics.distribution.NormalDistribution",
          "org.apache.commons.statistics.ranking.NaturalRanking",
          "org.apache.commons.numbers.core.Precision",
          "org.apache.commons.numbers.combinatorics.Factorial",
          "org.apache.commons.numbers.fraction.ContinuedFraction",
          "org.apache.commons.numbers.gamma.Gamma",
          "org.apache.commons.numbers.rootfinder.BrentSolver",
          "org.apache.commons.csv.CSVFormat",
          "org.apache.commons.io.IOUtils",
          "org.ejml.data.DMatrixRMaj",
          "org.ejml.dense.row.CommonOps_DDRM",
          "org.jspecify.annotations.Nullable");

  /** Folders of classes, as development has them, and the jars that were made of them. */
  private static final Map<Path, Path> MADE = new ConcurrentHashMap<>();

  private Jars() {}

  /**
   * The jars that hold classes, and the libraries of the core.
   *
   * @param classes what a plan consists of
   * @return the jars; of a folder of classes, a jar made of it
   * @throws IllegalArgumentException if a class was compiled in a notebook or a script, and is in
   *     no file
   */
  public static Set<Path> of(Collection<Class<?>> classes) {
    Set<Path> jars = new LinkedHashSet<>();
    for (Class<?> type : classes) {
      if (isOfTheProject(type)) {
        Path jar = jarOf(type);
        if (jar == null) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%s was compiled in a notebook or a script, so that executors on other machines"
                      + " cannot load it: put it in a jar, or run on local[*]",
                  type.getName()));
        }
        jars.add(jar);
        if (isKotlin(type)) {
          jars.addAll(ofKotlin(type.getClassLoader()));
        }
      }
    }
    jars.add(required(Jars.class));
    for (String library : LIBRARIES) {
      try {
        jars.add(required(Class.forName(library, false, Jars.class.getClassLoader())));
      } catch (ClassNotFoundException e) {
        // Whoever leaves a library out of the class path does without it.
      }
    }
    return jars;
  }

  private static boolean isKotlin(Class<?> type) {
    return Arrays.stream(type.getAnnotations())
        .anyMatch(mark -> mark.annotationType().getName().equals("kotlin.Metadata"));
  }

  /** Classes of Kotlin need its library, whether or not an object of it is part of the plan. */
  private static List<Path> ofKotlin(ClassLoader loader) {
    try {
      return List.of(required(Class.forName("kotlin.Unit", false, loader)));
    } catch (ClassNotFoundException e) {
      return List.of(); // Packed into the user's own jar.
    }
  }

  private static boolean isOfTheProject(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    return !element.isPrimitive() && element.getClassLoader() != null && !isOfThePlatform(element);
  }

  private static boolean isOfThePlatform(Class<?> type) {
    return type.getClassLoader() == ClassLoader.getPlatformClassLoader()
        || type.getName().startsWith("scala.")
        || type.getName().startsWith("org.apache.spark.");
  }

  private static Path required(Class<?> type) {
    Path jar = jarOf(type);
    if (jar == null) {
      throw new IllegalStateException("the jar of " + type.getName() + " cannot be found");
    }
    return jar;
  }

  private static @Nullable Path jarOf(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    CodeSource source = element.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return null;
    }
    try {
      URI location = source.getLocation().toURI();
      if (!"file".equals(location.getScheme())) {
        return null;
      }
      Path file = Path.of(location);
      return Files.isDirectory(file) ? MADE.computeIfAbsent(file, Jars::pack) : file;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static Path pack(Path folder) {
    try {
      Path jar = Files.createTempFile("miscope-classes", ".jar");
      jar.toFile().deleteOnExit();
      try (OutputStream out = Files.newOutputStream(jar);
          JarOutputStream entries = new JarOutputStream(out);
          Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          entries.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
          Files.copy(file, entries);
          entries.closeEntry();
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException("no jar can be made of " + folder + ": " + e, e);
    }
  }
}
