package io.github.miscope.identity;

/**
 * An object that says what its results depend on.
 *
 * <p>Records and enums need not implement this: their components and constants say it for them. A
 * class that holds data or parameters in fields implements it, and so does a decorator of a lambda,
 * whose code nobody can compare.
 */
public interface Identified {

  /**
   * Adds everything that results depend on, data and parameters, in a fixed order. What is added
   * must be the same in every process.
   *
   * @param digest takes the parts
   * @throws IllegalArgumentException if a part has no identity
   */
  void identify(IdentityDigest digest);
}
