package io.github.miscope.neural.internal;

import io.github.miscope.neural.bound.Bound;
import io.github.miscope.neural.bound.Club;
import io.github.miscope.neural.bound.DonskerVaradhan;
import io.github.miscope.neural.bound.InfoNce;
import io.github.miscope.neural.bound.JensenShannon;
import io.github.miscope.neural.bound.LeaveOneOut;
import io.github.miscope.neural.bound.NguyenWainwrightJordan;
import io.github.miscope.neural.bound.Smile;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What one critic's training makes small, batch by batch. */
final class Objective {

  private final Bound bound;

  /** log of the moving average of E_product[exp F]; NaN before the first batch. */
  private double logAverage = Double.NaN;

  Objective(Bound bound) {
    this.bound = bound;
  }

  /**
   * The loss of a batch. Its gradient is what counts: with MINE's correction its value is not the
   * bound's.
   */
  Tensor loss(ScoreTensors scores) {
    Tensor joint = scores.joint();
    Tensor product = scores.product();
    if (bound instanceof DonskerVaradhan mine) {
      return mineLoss(mine, joint, product);
    }
    if (bound instanceof NguyenWainwrightJordan) {
      return Tensors.plus(product, -1).exp().mean().sub(joint.mean());
    }
    if (bound instanceof InfoNce) {
      Tensor all = Tensors.beside(joint.unsqueeze(1), product);
      return torch.logsumexp(all, 1).sub(joint).mean();
    }
    if (bound instanceof JensenShannon || bound instanceof Smile) {
      return torch.softplus(joint.neg()).mean().add(torch.softplus(product).mean());
    }
    if (bound instanceof Club || bound instanceof LeaveOneOut) {
      return joint.mean().neg();
    }
    throw new IllegalArgumentException("no objective for " + bound);
  }

  /**
   * The part of some rows in the loss of a batch, for bounds that compare each pair with many.
   *
   * @param all scores of those y with every x of the batch, a row for each
   * @param joint the scores of the pairs among them
   * @param batch rows of the whole batch
   */
  static Tensor partOfInfoNce(Tensor all, Tensor joint, int batch) {
    return Tensors.times(torch.logsumexp(all, 1).sub(joint).sum(), 1.0 / batch);
  }

  private Tensor mineLoss(DonskerVaradhan mine, Tensor joint, Tensor product) {
    Tensor logMean =
        Tensors.plus(torch.logsumexp(product.reshape(-1), 0), -Math.log((double) product.numel()));
    double batch = logMean.item_double();
    if (Double.isNaN(logAverage) || mine.rate() == 1) {
      // At rate 1 nothing of earlier batches counts, however much larger they were.
      logAverage = batch;
    } else {
      double larger = Math.max(logAverage, batch);
      logAverage =
          larger
              + Math.log(
                  (1 - mine.rate()) * Math.exp(logAverage - larger)
                      + mine.rate() * Math.exp(batch - larger));
    }
    // d/dF of mean(exp F) / average: the average takes the place of the batch's own mean.
    return Tensors.plus(logMean, -logAverage).exp().sub(joint.mean());
  }
}
