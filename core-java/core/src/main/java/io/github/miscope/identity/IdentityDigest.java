package io.github.miscope.identity;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the parts of an object one after another, in a canonical form: each with its type and its
 * length, so that no two objects run together. Nothing that is added is kept.
 *
 * <p>Takes numbers (by their bits), text, booleans, enums, classes, arrays, lists, sets, maps,
 * optionals, null, records (by their components) and {@link Identified} objects. Anything else, a
 * lambda above all, is refused: two of them cannot be told apart.
 */
public final class IdentityDigest {

  private static final int CHUNK = 8192;

  /**
   * The digest of an object that was met before.
   *
   * @param named whether a name in it stands for code
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Known(byte[] digest, boolean named) {}

  /** What the digests of one plan share: the same data may stand behind many settings. */
  private final Map<Object, Known> known;

  private final String path;
  private final MessageDigest sha256;
  private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
  private boolean named;

  private IdentityDigest(Map<Object, Known> known, String path) {
    this.known = known;
    this.path = path;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A digest of a first object. */
  static IdentityDigest start() {
    return new IdentityDigest(new IdentityHashMap<>(), "");
  }

  /** A digest of another object of the same plan. */
  IdentityDigest next() {
    return new IdentityDigest(known, "");
  }

  /** Whether anything that was added was identified by a name that stands for code. */
  boolean hasNames() {
    return named;
  }

  /** The digest of all that was added; nothing may follow. */
  byte[] finish() {
    flush();
    return sha256.digest();
  }

  /**
   * Adds a name that stands for code, which cannot be compared. Whoever gives the name answers for
   * it: other code needs another name.
   *
   * @param name what stands for the code
   * @return this
   */
  public IdentityDigest addName(String name) {
    Objects.requireNonNull(name, "name");
    named = true;
    tag('n').text(name);
    return this;
  }

  /**
   * Adds a part.
   *
   * @param name what the part is called in messages
   * @param part a value of the kinds above
   * @return this
   * @throws IllegalArgumentException if the part, or a part of it, has no identity; the message
   *     names it
   */
  public IdentityDigest add(String name, @Nullable Object part) {
    Objects.requireNonNull(name, "name");
    write(path.isEmpty() ? name : path + "." + name, part);
    return this;
  }

  private void write(String where, @Nullable Object part) {
    if (part == null) {
      tag('0');
    } else if (!simple(part) && !array(where, part) && !container(where, part)) {
      compound(where, part);
    }
  }

  private boolean simple(Object part) {
    if (part instanceof String text) {
      tag('s').text(text);
    } else if (part instanceof Double value) {
      tag('d').bits(Double.doubleToLongBits(value));
    } else if (part instanceof Float value) {
      tag('f').bits(Float.floatToIntBits(value));
    } else if (part instanceof Long
        || part instanceof Integer
        || part instanceof Short
        || part instanceof Byte) {
      tag('l').bits(((Number) part).longValue());
    } else if (part instanceof Boolean value) {
      tag('b').bits(value ? 1 : 0);
    } else if (part instanceof Character value) {
      tag('c').bits(value);
    } else if (part instanceof Enum<?> constant) {
      tag('e').text(name(constant.getDeclaringClass())).text(constant.name());
    } else if (part instanceof Class<?> type) {
      tag('k').text(name(type));
    } else {
      return false;
    }
    return true;
  }

  private boolean array(String where, Object part) {
    if (part instanceof double[] values) {
      tag('D').bits(values.length);
      for (double value : values) {
        bits(Double.doubleToLongBits(value));
      }
    } else if (part instanceof float[] values) {
      tag('F').bits(values.length);
      for (float value : values) {
        bits(Float.floatToIntBits(value));
      }
    } else if (part instanceof int[] values) {
      tag('I').bits(values.length);
      for (int value : values) {
        bits(value);
      }
    } else if (part instanceof long[] values) {
      tag('L').bits(values.length);
      for (long value : values) {
        bits(value);
      }
    } else if (part instanceof boolean[] values) {
      tag('B').bits(values.length);
      for (boolean value : values) {
        bits(value ? 1 : 0);
      }
    } else if (part instanceof byte[] values) {
      tag('Y').bits(values.length);
      append(values);
    } else if (part instanceof Object[] values) {
      sequence(where, values);
    } else {
      return false;
    }
    return true;
  }

  private boolean container(String where, Object part) {
    if (part instanceof List<?> list) {
      sequence(where, list.toArray());
    } else if (part instanceof Optional<?> optional) {
      tag('p');
      write(where, optional.orElse(null));
    } else if (part instanceof OptionalDouble optional) {
      tag('p');
      write(where, optional.isPresent() ? optional.getAsDouble() : null);
    } else if (part instanceof OptionalInt optional) {
      tag('p');
      write(where, optional.isPresent() ? optional.getAsInt() : null);
    } else if (part instanceof OptionalLong optional) {
      tag('p');
      write(where, optional.isPresent() ? optional.getAsLong() : null);
    } else if (part instanceof Set<?> set) {
      unordered(where, set);
    } else if (part instanceof Map<?, ?> map) {
      unordered(
          where,
          map.entrySet().stream().map(e -> Arrays.asList(e.getKey(), e.getValue())).toList());
    } else {
      return false;
    }
    return true;
  }

  private void sequence(String where, @Nullable Object[] parts) {
    tag('q').bits(parts.length);
    for (int i = 0; i < parts.length; i++) {
      write(where + "[" + i + "]", parts[i]);
    }
  }

  /** Sets and maps have no order that lasts: the digests of their parts are sorted. */
  private void unordered(String where, Collection<?> parts) {
    tag('m').bits(parts.size());
    List<byte[]> digests = new ArrayList<>();
    for (Object part : parts) {
      IdentityDigest inner = next();
      inner.write(where, part);
      digests.add(inner.finish());
      named |= inner.named;
    }
    digests.sort(Arrays::compare);
    digests.forEach(this::append);
  }

  private void compound(String where, Object part) {
    Known digest = known.get(part);
    if (digest == null) {
      IdentityDigest inner = new IdentityDigest(known, where);
      inner.text(name(part.getClass()));
      if (part instanceof Identified identified) {
        identified.identify(inner);
      } else if (part instanceof Record record) {
        inner.components(record);
      } else {
        throw unknown(where, part.getClass());
      }
      digest = new Known(inner.finish(), inner.named);
      known.put(part, digest);
    }
    named |= digest.named();
    tag('o').append(digest.digest());
  }

  private void components(Record record) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      add(component.getName(), value(component.getAccessor(), record));
    }
  }

  private @Nullable Object value(Method accessor, Record record) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(path + "." + accessor.getName() + " cannot be read", e);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has no identity: its module hides the components of %s; let it implement"
                  + " Identified",
              path,
              record.getClass()),
          e);
    }
  }

  private static IllegalArgumentException unknown(String where, Class<?> type) {
    boolean code = type.isHidden() || type.isSynthetic() || type.isAnonymousClass();
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s has no identity, so that results kept in a file could be taken for those of another"
                + " plan: it is %s; name what holds it with identifiedBy(\"...\"), or make it a"
                + " record or a class that implements Identified",
            where,
            code ? "a lambda or an anonymous class" : "of " + type));
  }

  /** A script or a notebook has no package, and numbers the classes around those of its cells. */
  private static String name(Class<?> type) {
    return type.getPackageName().isEmpty() ? type.getSimpleName() : type.getName();
  }

  private IdentityDigest tag(char tag) {
    room(Byte.BYTES).put((byte) tag);
    return this;
  }

  private IdentityDigest bits(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  /** By chars: an encoding would not tell unpaired surrogates apart. */
  private IdentityDigest text(String text) {
    bits(text.length());
    for (int i = 0; i < text.length(); i++) {
      room(Character.BYTES).putChar(text.charAt(i));
    }
    return this;
  }

  private void append(byte[] bytes) {
    flush();
    sha256.update(bytes);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  private void flush() {
    buffer.flip();
    sha256.update(buffer);
    buffer.clear();
  }
}
