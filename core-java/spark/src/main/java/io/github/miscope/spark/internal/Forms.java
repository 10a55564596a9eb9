package io.github.miscope.spark.internal;

import java.io.ObjectStreamException;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.objenesis.ObjenesisStd;

/**
 * What travels in place of objects that Java does not serialise: the components of records, the
 * fields of other immutable objects, the values of optionals. Plans consist of such objects, and
 * need not know that they are sent.
 */
final class Forms {

  /**
   * The names and types of what is sent of a class, by which its like on another machine is known
   * to be the same. One array for all objects of a class: it is sent once.
   */
  private static final ClassValue<String[]> SHAPES =
      new ClassValue<>() {
        @Override
        protected String[] computeValue(Class<?> type) {
          return type.isRecord()
              ? Arrays.stream(type.getRecordComponents())
                  .map(part -> part.getType().getName() + " " + part.getName())
                  .toArray(String[]::new)
              : fieldsOf(type).stream()
                  .map(part -> part.getType().getName() + " " + part.getName())
                  .toArray(String[]::new);
        }
      };

  private Forms() {}

  private static void requireSame(Class<?> type, String[] there) {
    String[] here = SHAPES.get(type);
    if (!Arrays.equals(here, there)) {
      throw new OtherClassException(type, here, there);
    }
  }

  /** A form of an object that Java does not serialise by itself. */
  static Object of(Object object) {
    Class<?> type = object.getClass();
    if (object instanceof Optional<?> optional) {
      return new Present(optional.orElse(null));
    } else if (object instanceof OptionalDouble optional) {
      return new PresentDouble(optional.isPresent(), optional.orElse(0));
    } else if (object instanceof OptionalInt optional) {
      return new PresentInt(optional.isPresent(), optional.orElse(0));
    } else if (object instanceof OptionalLong optional) {
      return new PresentLong(optional.isPresent(), optional.orElse(0));
    } else if (type.isRecord()) {
      return record((Record) object);
    }
    NotSendableException.requireSendable(object, "");
    return fields(object);
  }

  private static Components record(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = component(record, components[i]);
      NotSendableException.requireSendable(
          values[i], components[i].getName() + " of " + record.getClass().getName());
    }
    return new Components(record.getClass(), SHAPES.get(record.getClass()), values);
  }

  /** By its field: an accessor may give a copy, or something else. */
  private static @Nullable Object component(Record record, RecordComponent component) {
    try {
      Field field = record.getClass().getDeclaredField(component.getName());
      field.setAccessible(true);
      return field.get(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private static Fields fields(Object object) {
    List<Field> fields = fieldsOf(object.getClass());
    @Nullable Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = fields.get(i).get(object);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(fields.get(i) + " cannot be read", e);
      }
      NotSendableException.requireSendable(
          values[i], fields.get(i).getName() + " of " + object.getClass().getName());
    }
    return new Fields(object.getClass(), SHAPES.get(object.getClass()), values);
  }

  /** Those of the class and of its superclasses, in an order that both sides share. */
  private static List<Field> fieldsOf(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
      Arrays.stream(at.getDeclaredFields())
          .filter(
              f -> !Modifier.isStatic(f.getModifiers()) && !Modifier.isTransient(f.getModifiers()))
          .sorted((a, b) -> a.getName().compareTo(b.getName()))
          .forEach(fields::add);
    }
    fields.forEach(field -> field.setAccessible(true));
    return fields;
  }

  /** A record by its components. */
  private static final class Components implements Serializable {

    private static final long serialVersionUID = 1;

    private final Class<?> type;
    private final String[] shape;

    @SuppressWarnings("serial") // each is serialisable, or has a form
    private final @Nullable Object[] values;

    Components(Class<?> type, String[] shape, @Nullable Object[] values) {
      this.type = type;
      this.shape = shape;
      this.values = values;
    }

    private Object readResolve() throws ObjectStreamException {
      requireSame(type, shape);
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(type + " cannot be made again", e);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type + " cannot be made again", e);
      }
    }
  }

  /** An object by its fields. It was checked when it was made; no constructor runs again. */
  private static final class Fields implements Serializable {

    private static final long serialVersionUID = 1;

    private final Class<?> type;
    private final String[] shape;

    @SuppressWarnings("serial") // each is serialisable, or has a form
    private final @Nullable Object[] values;

    Fields(Class<?> type, String[] shape, @Nullable Object[] values) {
      this.type = type;
      this.shape = shape;
      this.values = values;
    }

    private Object readResolve() throws ObjectStreamException {
      requireSame(type, shape);
      Object made = new ObjenesisStd(false).newInstance(type);
      List<Field> fields = fieldsOf(type);
      for (int i = 0; i < values.length; i++) {
        try {
          fields.get(i).set(made, values[i]);
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(fields.get(i) + " cannot be set", e);
        }
      }
      return made;
    }
  }

  @SuppressWarnings("serial") // it is serialisable, or has a form
  private record Present(@Nullable Object value) implements Serializable {

    private Object readResolve() {
      return Optional.ofNullable(value);
    }
  }

  private record PresentDouble(boolean present, double value) implements Serializable {

    private Object readResolve() {
      return present ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
  }

  private record PresentInt(boolean present, int value) implements Serializable {

    private Object readResolve() {
      return present ? OptionalInt.of(value) : OptionalInt.empty();
    }
  }

  private record PresentLong(boolean present, long value) implements Serializable {

    private Object readResolve() {
      return present ? OptionalLong.of(value) : OptionalLong.empty();
    }
  }
}
