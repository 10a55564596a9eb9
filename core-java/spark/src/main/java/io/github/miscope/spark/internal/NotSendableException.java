package io.github.miscope.spark.internal;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Something in a plan cannot be sent to executors. */
public final class NotSendableException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private NotSendableException(String message) {
    super(message);
  }

  /** Refuses lambdas, and objects of Java itself that stand for more than their values. */
  static void requireSendable(@Nullable Object object, String where) {
    if (object == null
        || object instanceof Serializable
        || object instanceof Optional
        || object instanceof OptionalDouble
        || object instanceof OptionalInt
        || object instanceof OptionalLong
        || object instanceof Class) {
      return;
    }
    Class<?> type = object.getClass();
    String subject = where.isEmpty() ? "" : where + " is ";
    if (type.isHidden() || type.isSynthetic()) {
      throw new NotSendableException(
          String.format(
              Locale.ROOT,
              "the plan cannot be sent to Spark's executors: %sa lambda, whose code cannot travel"
                  + " (%s); make it a record or a class, or in Java cast the lambda to"
                  + " (TheInterface & java.io.Serializable), in Kotlin annotate it with"
                  + " @JvmSerializableLambda",
              subject,
              type.getName()));
    }
    if (isOfJava(type)) {
      throw new NotSendableException(
          String.format(
              Locale.ROOT,
              "the plan cannot be sent to Spark's executors: %s%s, which is not serialisable; let"
                  + " the class that holds it make it when it is needed, or mark the field"
                  + " transient",
              subject,
              type.getName()));
    }
  }

  private static boolean isOfJava(Class<?> type) {
    String name = type.getName();
    return name.startsWith("java.")
        || name.startsWith("javax.")
        || name.startsWith("jdk.")
        || name.startsWith("sun.");
  }
}
