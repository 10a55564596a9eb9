package io.github.miscope.neural.libtorch;

/** A process that loads libtorch. */
public final class LoadedLibtorch {

  private LoadedLibtorch() {}

  /** Loads. */
  public static void main(String[] args) {
    Libtorch.require();
  }
}
