package io.github.miscope.refusal;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls every public constructor and method with null for one argument at a time, and lists those
 * that do not refuse it by an exception with the argument's name.
 */
public final class NullArguments {

  /** What takes null by its own contract; texts of warnings without an amount need no unit. */
  private static final Set<String> TAKE_NULL = Set.of("equals", "valueOf", "message");

  private final SampleArguments arguments;
  private final List<String> faults = new ArrayList<>();
  private int tried;

  public NullArguments(SampleArguments arguments) {
    this.arguments = arguments;
  }

  /** How many arguments were null once. */
  public int tried() {
    return tried;
  }

  /** What is wrong with the public classes beside the given one, other than internal ones. */
  public List<String> faults(Class<?> one) throws IOException, URISyntaxException {
    Path root = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(root)) {
      files
          .map(file -> root.relativize(file).toString().replace('/', '.'))
          .filter(name -> name.endsWith(".class"))
          .filter(name -> !name.contains("internal"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .filter(name -> !name.endsWith("-info"))
          .sorted()
          .forEach(name -> check(loaded(name, one.getClassLoader())));
    }
    return faults;
  }

  private static Class<?> loaded(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
  }

  private void check(Class<?> type) {
    if (!isPublic(type)) {
      return;
    }
    if (!Modifier.isAbstract(type.getModifiers())) {
      Arrays.stream(type.getConstructors()).forEach(this::check);
    }
    Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isAbstract(method.getModifiers()))
        .filter(method -> !method.isSynthetic() && !TAKE_NULL.contains(method.getName()))
        .forEach(this::check);
  }

  private void check(Executable executable) {
    Parameter[] parameters = executable.getParameters();
    AnnotatedType[] types = executable.getAnnotatedParameterTypes();
    for (int i = 0; i < parameters.length; i++) {
      if (!parameters[i].getType().isPrimitive() && !types[i].isAnnotationPresent(Nullable.class)) {
        tried++;
        String fault = fault(executable, i, parameters[i].getName());
        if (fault != null) {
          Class<?> type = executable.getDeclaringClass();
          String name = executable instanceof Method ? executable.getName() : "new";
          faults.add(
              "%s#%s/%d %s: %s"
                  .formatted(
                      type.getName().substring("io.github.miscope.".length()),
                      name,
                      parameters.length,
                      parameters[i].getName(),
                      fault));
        }
      }
    }
  }

  private @Nullable String fault(Executable executable, int index, String name) {
    @Nullable Object[] given = arguments.all(executable);
    if (given == null) {
      return "no arguments to try it with";
    }
    Object receiver = null;
    if (executable instanceof Method && !Modifier.isStatic(executable.getModifiers())) {
      receiver = arguments.of(executable.getDeclaringClass());
      if (receiver == null) {
        return "nothing to call it on";
      }
    }
    given[index] = null;
    try {
      Calls.call(executable, receiver, given);
      return "takes null";
    } catch (NullPointerException | IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      // What the Java machine says of its own accord is about the code inside.
      boolean inside = message.startsWith("Cannot ");
      return !inside && Pattern.compile("\\b" + name + "\\b").matcher(message).find()
          ? null
          : "throws " + e;
    } catch (Exception | Error e) {
      return "throws " + e;
    }
  }
}
