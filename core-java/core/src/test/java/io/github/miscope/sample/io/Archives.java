package io.github.miscope.sample.io;

import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** Entries of archives for tests. */
final class Archives {

  private Archives() {}

  /** An entry for these bytes. */
  static ZipEntry entry(String name, byte[] bytes, boolean compressed) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    if (!compressed) {
      CRC32 sum = new CRC32();
      sum.update(bytes);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(bytes.length);
      entry.setCrc(sum.getValue());
    }
    return entry;
  }
}
