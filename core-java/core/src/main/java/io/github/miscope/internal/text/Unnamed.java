package io.github.miscope.internal.text;

/** Objects that cannot say what they are called, such as lambdas. */
public final class Unnamed {

  private Unnamed() {}

  /**
   * Whether an object has no text of its own: only a class and a hash code.
   *
   * @param object any object
   * @return true if its class has left {@code toString} as it was
   */
  public static boolean is(Object object) {
    return object.toString().startsWith(object.getClass().getName() + "@");
  }

  /**
   * A label for an object without text.
   *
   * @param object any object
   * @param fallback what to call it if its class has no name either
   * @return the name of its class, or the fallback for lambdas and anonymous classes
   */
  public static String label(Object object, String fallback) {
    Class<?> type = object.getClass();
    boolean named = !type.isHidden() && !type.isSynthetic() && !type.isAnonymousClass();
    String name = type.getSimpleName();
    // Compilers other than javac make lambdas into classes such as Main$sum$1.
    return named && !name.isEmpty() && name.chars().allMatch(Character::isLetter) ? name : fallback;
  }
}
