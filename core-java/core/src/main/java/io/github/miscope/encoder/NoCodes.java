package io.github.miscope.encoder;

import io.github.miscope.sample.Samples;

/** What there is of samples of which X or Y is constant: nothing is shared. */
record NoCodes(Samples samples) implements PairEncoding {

  @Override
  public int codes() {
    return 0;
  }

  @Override
  public Samples heldOut(int count) {
    return samples;
  }

  @Override
  public Samples common(int count) {
    return samples;
  }

  @Override
  public String method() {
    return "codes of a constant";
  }
}
