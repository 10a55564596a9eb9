package io.github.miscope.spark.internal;

import io.github.miscope.plan.DataBlock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Objects as bytes, by Java's serialisation; records and other immutable objects need not be
 * serialisable (see {@link Forms}). Doubles keep all their bits, but for those by which one NaN
 * differs from another.
 */
public final class Parcel {

  /**
   * Classes of parcels that were packed in this process, which is an executor too in local mode.
   */
  private static final Map<String, Map<String, Class<?>>> OF_THIS_PROCESS =
      new ConcurrentHashMap<>();

  private Parcel() {}

  /**
   * Packs an object.
   *
   * @param object what to pack
   * @param classes is given all classes whose objects are in it
   * @return the bytes
   * @throws NotSendableException if a part of it cannot be sent; the message says what to do
   */
  public static byte[] pack(@Nullable Object object, Set<Class<?>> classes) {
    return pack(object, classes, block -> new HeldBlock(block.get()));
  }

  /**
   * Packs an object.
   *
   * @param object what to pack
   * @param classes is given all classes whose objects are in it
   * @param blocks makes of a block what is packed in its place, unless it can be packed itself
   * @return the bytes
   * @throws NotSendableException if a part of it cannot be sent; the message says what to do
   */
  static byte[] pack(
      @Nullable Object object, Set<Class<?>> classes, Function<DataBlock, Object> blocks) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Packer packer = new Packer(bytes, classes, blocks)) {
      packer.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException("the plan cannot be sent to Spark's executors: " + e, e);
    }
    return bytes.toByteArray();
  }

  /**
   * Packs an object.
   *
   * @param object what to pack
   * @return the bytes
   */
  public static byte[] pack(@Nullable Object object) {
    return pack(object, new LinkedHashSet<>());
  }

  /**
   * Unpacks an object.
   *
   * @param bytes what {@link #pack} gave
   * @param id under which {@link #remember} knows its classes
   * @return an object like the one that was packed
   */
  public static @Nullable Object unpack(byte[] bytes, String id) {
    Map<String, Class<?>> known = OF_THIS_PROCESS.getOrDefault(id, Map.of());
    try (ObjectInputStream in = new Unpacker(new ByteArrayInputStream(bytes), known)) {
      return in.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException("what was sent cannot be read: " + e, e);
    } catch (ClassNotFoundException e) {
      throw new MissingClassException(e);
    }
  }

  /**
   * Keeps the classes of a parcel, so that it can be unpacked in the same process whatever class
   * loaders they are of: a notebook has one for each cell.
   *
   * @param id names the parcel
   * @param classes what {@link #pack} gave
   */
  public static void remember(String id, Set<Class<?>> classes) {
    Map<String, Class<?>> byName = new HashMap<>();
    classes.forEach(type -> byName.put(type.getName(), type));
    OF_THIS_PROCESS.put(id, byName);
  }

  /**
   * Forgets the classes of a parcel.
   *
   * @param id names the parcel
   */
  public static void forget(String id) {
    OF_THIS_PROCESS.remove(id);
  }

  /** A block that travels with the rest. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record HeldBlock(double[] numbers) implements DataBlock, Serializable {

    @Override
    public double[] get() {
      return numbers;
    }
  }

  private static final class Packer extends ObjectOutputStream {

    private final Set<Class<?>> classes;
    private final Function<DataBlock, Object> blocks;

    Packer(OutputStream out, Set<Class<?>> classes, Function<DataBlock, Object> blocks)
        throws IOException {
      super(out);
      this.classes = classes;
      this.blocks = blocks;
      enableReplaceObject(true);
    }

    @Override
    protected @Nullable Object replaceObject(@Nullable Object object) {
      if (object == null
          || object instanceof Serializable
          || object instanceof Class
          || object instanceof ObjectStreamClass) {
        return object;
      }
      return object instanceof DataBlock block ? blocks.apply(block) : Forms.of(object);
    }

    @Override
    protected void annotateClass(Class<?> type) {
      classes.add(type);
    }
  }

  private static final class Unpacker extends ObjectInputStream {

    private final Map<String, Class<?>> known;

    Unpacker(InputStream in, Map<String, Class<?>> known) throws IOException {
      super(in);
      this.known = known;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass described)
        throws IOException, ClassNotFoundException {
      String name = described.getName();
      Class<?> here = known.get(name);
      if (here != null) {
        return here;
      }
      try {
        return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
      } catch (ClassNotFoundException e) {
        return super.resolveClass(described); // Primitive types, and what only our loader sees.
      }
    }
  }
}
