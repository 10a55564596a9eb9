package io.github.miscope.refusal;

import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Arguments by their type, for methods that are found by reflection: given ones, those of common
 * types, and what public factories and constructors of a type make.
 */
public final class SampleArguments {

  private final Map<Class<?>, Object> known = new LinkedHashMap<>();
  private final Set<Class<?>> underWay = new HashSet<>();

  public SampleArguments() {
    known.put(boolean.class, true);
    known.put(int.class, 2);
    known.put(long.class, 2L);
    known.put(float.class, 0.5f);
    known.put(double.class, 0.5);
    known.put(String.class, "a");
    known.put(Object.class, "a");
    known.put(Class.class, String.class);
    known.put(int[].class, new int[] {1, 2, 1});
    known.put(long[].class, new long[] {1, 2, 1});
    known.put(double[].class, new double[] {1, 2, 4});
    known.put(double[][].class, new double[][] {{2, 1}, {1, 2}});
    known.put(Map.class, Map.of());
    known.put(Optional.class, Optional.empty());
    known.put(OptionalInt.class, OptionalInt.empty());
    known.put(OptionalDouble.class, OptionalDouble.empty());
    known.put(Duration.class, Duration.ofSeconds(1));
    known.put(byte[].class, new byte[] {1, 2});
    known.put(InterruptedException.class, new InterruptedException());
    known.put(CancellationException.class, new CancellationException());
  }

  /** The same with an argument of a type and of the types above it. */
  public <T> SampleArguments with(Class<T> type, T value) {
    known.put(type, value);
    return this;
  }

  /** An argument of a type; null if none is known and none can be made. */
  public @Nullable Object of(Type type) {
    if (type instanceof WildcardType wildcard) {
      return of(wildcard.getUpperBounds()[0]);
    }
    if (type instanceof TypeVariable<?> variable) {
      return of(variable.getBounds()[0]);
    }
    if (type instanceof ParameterizedType generic
        && generic.getRawType() instanceof Class<?> raw
        && Collection.class.isAssignableFrom(raw)) {
      Object element = of(generic.getActualTypeArguments()[0]);
      if (element == null) {
        return null;
      }
      return raw == Set.class ? Set.of(element) : List.of(element, element);
    }
    if (type instanceof ParameterizedType generic) {
      return of(generic.getRawType());
    }
    return type instanceof Class<?> raw ? ofClass(raw) : null;
  }

  private @Nullable Object ofClass(Class<?> type) {
    if (known.containsKey(type)) {
      return known.get(type);
    }
    if (type.isArray()) {
      Object element = of(type.getComponentType());
      return element == null ? null : pair(type.getComponentType(), element);
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (!underWay.add(type)) {
      return null;
    }
    try {
      Object made = made(type);
      if (made != null) {
        known.put(type, made);
      }
      return made;
    } finally {
      underWay.remove(type);
    }
  }

  private static Object pair(Class<?> type, Object element) {
    Object array = Array.newInstance(type, 2);
    Array.set(array, 0, element);
    Array.set(array, 1, element);
    return array;
  }

  private @Nullable Object made(Class<?> type) {
    for (Object value : List.copyOf(known.values())) {
      if (type.isInstance(value) && type != Comparable.class) {
        return value;
      }
    }
    boolean ours = type.getName().startsWith("io.github.miscope.");
    Object made =
        ours
            ? Stream.concat(factories(type), Arrays.stream(type.getConstructors()))
                .sorted(Comparator.comparingInt(Executable::getParameterCount))
                .map(this::result)
                .filter(type::isInstance)
                .findFirst()
                .orElse(null)
            : null;
    if (made != null) {
      return made;
    }
    if (type.isSealed()) {
      return Arrays.stream(type.getPermittedSubclasses())
          .map(this::of)
          .filter(type::isInstance)
          .findFirst()
          .orElse(null);
    }
    return type.isInterface() ? stub(type) : null;
  }

  private static Stream<Executable> factories(Class<?> type) {
    return Arrays.<Executable>stream(type.getDeclaredMethods())
        .filter(
            method ->
                Modifier.isStatic(method.getModifiers())
                    && Modifier.isPublic(method.getModifiers())
                    && type.isAssignableFrom(((Method) method).getReturnType()));
  }

  private @Nullable Object result(Executable executable) {
    Object[] arguments = all(executable);
    return arguments == null ? null : orNull(() -> Calls.call(executable, null, arguments));
  }

  /** One argument for each parameter; null if there is none for one of them. */
  public Object @Nullable [] all(Executable executable) {
    Object[] arguments =
        Arrays.stream(executable.getGenericParameterTypes()).map(this::of).toArray();
    return Arrays.stream(arguments).anyMatch(argument -> argument == null) ? null : arguments;
  }

  /** An object whose methods return arguments. */
  private Object stub(Class<?> type) {
    InvocationHandler handler =
        (stub, method, arguments) -> {
          if (method.isDefault()) {
            return InvocationHandler.invokeDefault(stub, method, arguments);
          }
          return switch (method.getName()) {
            case "hashCode" -> 0;
            case "equals" -> stub == arguments[0];
            case "toString" -> type.getSimpleName();
            default -> method.getReturnType() == void.class ? null : of(method.getReturnType());
          };
        };
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private static @Nullable Object orNull(Callable<?> call) {
    try {
      return call.call();
    } catch (Exception e) {
      return null;
    }
  }
}
