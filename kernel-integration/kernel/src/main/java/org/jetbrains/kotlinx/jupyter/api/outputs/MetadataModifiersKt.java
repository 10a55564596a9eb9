package org.jetbrains.kotlinx.jupyter.api.outputs;

import org.jetbrains.kotlinx.jupyter.api.MimeTypedResultEx;

/**
 * The one method of newer kernels that DataFrame 0.15 calls and kernel 0.11 lacks. It belongs on
 * the class path of the kernel, which alone defines classes of this package.
 */
public final class MetadataModifiersKt {
  private MetadataModifiersKt() {}

  /**
   * Marks an output as one that gets a frame of its own.
   *
   * @param result the output
   * @param isolated whether its HTML is kept apart from the page
   */
  public static void setIsolatedHtml(MimeTypedResultEx result, boolean isolated) {
    result.setIsolatedHtml(isolated);
  }
}
