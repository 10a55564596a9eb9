package io.github.miscope.spark.internal;

import io.github.miscope.internal.parallel.Interrupts;
import io.github.miscope.plan.DataBlock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** What one run sends to executors: its recipe, and each block of data by itself. */
final class Broadcasts {

  private final Place place;
  private final Set<Class<?>> classes = new LinkedHashSet<>();
  private final List<Broadcast<?>> sent = new ArrayList<>();

  Broadcasts(Place place) {
    this.place = place;
  }

  /** The classes whose objects were packed. */
  Set<Class<?>> classes() {
    return classes;
  }

  /**
   * Packs a recipe, and sends the blocks in it.
   *
   * @throws NotSendableException if a part of it cannot be sent; the message says what to do
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  byte[] pack(Object recipe) {
    try {
      return Parcel.pack(recipe, classes, this::send);
    } catch (RuntimeException e) {
      destroy();
      throw e;
    }
  }

  private Object send(DataBlock block) {
    Interrupts.throwIfStopped("sending data to Spark's executors");
    return new BroadcastBlock(send(Contexts.get(place), block.get()));
  }

  /** Sends an object to each executor that asks for it. */
  <T> Broadcast<T> send(SparkContext context, T object) {
    Broadcast<T> broadcast = new JavaSparkContext(context).broadcast(object);
    sent.add(broadcast);
    return broadcast;
  }

  /** Frees memory and disk of all executors. */
  void destroy() {
    sent.forEach(Broadcast::destroy);
    sent.clear();
  }
}
