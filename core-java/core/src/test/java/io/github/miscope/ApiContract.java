package io.github.miscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a module offers to others is as in its committed {@code .api} file: public and protected
 * members of public types outside of internal packages, a line each. A change of the file is a
 * change of the API, and is reviewed as one.
 */
public abstract class ApiContract {

  /** With this property the file is written anew. */
  private static final String UPDATE = "miscope.api.update";

  private final Class<?> type;
  private final Path file;

  /**
   * The contract of one module.
   *
   * @param type a class of the module
   * @param file the dump, relative to the module's folder
   */
  protected ApiContract(Class<?> type, String file) {
    this.type = type;
    this.file = Path.of(file);
  }

  /** Whether a type that is public in bytecode is public in the module's language as well. */
  protected boolean isOffered(Class<?> visible) {
    return true;
  }

  /** Whether a member that is public in bytecode is public in the module's language as well. */
  protected boolean isOffered(Member visible) {
    return true;
  }

  @Test
  void theApiIsAsCommitted() throws IOException, URISyntaxException {
    List<String> found =
        dump(Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()));
    if (Boolean.getBoolean(UPDATE)) {
      Files.createDirectories(file.getParent());
      Files.write(file, found);
    }
    List<String> committed = Files.readAllLines(file);
    Set<String> gone = new TreeSet<>(committed);
    found.forEach(gone::remove);
    Set<String> added = new TreeSet<>(found);
    committed.forEach(added::remove);
    assertEquals(
        "gone: [], added: []",
        "gone: " + gone + ", added: " + added,
        () ->
            "the API differs from "
                + file
                + ": if it should, run this test with -D"
                + UPDATE
                + "=true");
  }

  private List<String> dump(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(path -> classes.relativize(path).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .filter(name -> !name.contains(".internal."))
          .map(this::load)
          .filter(this::isVisible)
          .flatMap(this::lines)
          .distinct()
          .sorted()
          .toList();
    }
  }

  private Class<?> load(String name) {
    try {
      return Class.forName(name, false, type.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private boolean isVisible(Class<?> type) {
    return !type.isSynthetic()
        && !type.isAnonymousClass()
        && isOpen(type.getModifiers())
        && isOffered(type)
        && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
  }

  private static boolean isOpen(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private Stream<String> lines(Class<?> type) {
    String head =
        Modifier.toString(type.getModifiers() & ~Modifier.STRICT)
            + (type.isInterface() ? " " : " class ")
            + type.getName();
    String above =
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
            .filter(Class::isInterface)
            .map(Class::getName)
            .collect(Collectors.joining(", "));
    Stream<Member> members =
        Stream.of(
                Arrays.stream(type.getDeclaredFields()),
                Arrays.stream(type.getDeclaredConstructors()),
                Arrays.stream(type.getDeclaredMethods()))
            .flatMap(m -> m);
    return Stream.concat(
        Stream.of(above.isEmpty() ? head : head + " : " + above),
        members
            .filter(m -> !m.isSynthetic() && isOpen(m.getModifiers()) && !m.getName().contains("$"))
            .filter(this::isOffered)
            .map(m -> type.getName() + "." + shown(m)));
  }

  private static String shown(Member member) {
    String statics = Modifier.isStatic(member.getModifiers()) ? "static " : "";
    if (member instanceof Field field) {
      return statics + field.getName() + " : " + field.getType().getTypeName();
    }
    Executable code = (Executable) member;
    String parameters =
        Arrays.stream(code.getParameterTypes())
            .map(Class::getTypeName)
            .collect(Collectors.joining(", ", "(", ")"));
    return code instanceof Constructor<?>
        ? "<init>" + parameters
        : statics
            + code.getName()
            + parameters
            + " : "
            + ((Method) code).getReturnType().getTypeName();
  }
}
