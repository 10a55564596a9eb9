package io.github.miscope.neural.internal;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The normalised temperature-scaled cross-entropy (Chen et al. 2020, arXiv:2002.05709, equation 1):
 * each of 2 m rows is to find its partner among all others by its cosine.
 */
final class NtXent {

  private static final double NOBODY = -1e9;
  private static final double SHORTEST = 1e-8;

  private NtXent() {}

  /**
   * The mean over all rows, in nats.
   *
   * @param rows 2 m of them; i and i + m are partners
   */
  static Tensor loss(Tensor rows, double temperature) {
    int count = Math.toIntExact(rows.size(0));
    Tensor lengths = rows.mul(rows).sum(1).unsqueeze(1).sqrt().clamp_min(new Scalar(SHORTEST));
    Tensor unit = rows.div(lengths);
    Tensor cosines = torch.mm(unit, unit.t());
    Tensor scores = Tensors.times(cosines, 1 / temperature);
    // No row is its own partner.
    Tensor own = Tensors.times(torch.eye(count), NOBODY);
    int[] partners = new int[count];
    for (int i = 0; i < count; i++) {
      partners[i] = (i + count / 2) % count;
    }
    return torch.cross_entropy_loss(scores.add(own), Tensors.indices(partners));
  }
}
