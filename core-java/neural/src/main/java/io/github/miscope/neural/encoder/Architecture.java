package io.github.miscope.neural.encoder;

import io.github.miscope.internal.check.Check;
import io.github.miscope.neural.critic.ImageShape;
import io.github.miscope.neural.layer.ConvolutionLayer;
import io.github.miscope.neural.layer.DenseLayer;
import io.github.miscope.neural.layer.Layer;
import io.github.miscope.neural.layer.NoisyNetwork;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.layer.Perturbation;
import io.github.miscope.neural.layer.TransformLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How the network of an autoencoder follows from the data that it encodes. */
public sealed interface Architecture {

  /**
   * The network for data of a size.
   *
   * @param columns the number of columns
   * @param rows the number of observations
   * @return the network
   * @throws IllegalArgumentException if the architecture is made for another number of columns
   */
  AutoencoderShape shape(int columns, int rows);

  /**
   * The number of codes.
   *
   * @return d'
   */
  int latentDimension();

  /**
   * Fully connected layers: columns - w - w/2 - codes - w/2 - w - columns. The width w is twice the
   * number of columns, but at most 256, at most a quarter of the number of observations, and at
   * least 32. Hidden layers are leaky rectifiers (slope 0.2), codes tanh, outputs linear.
   *
   * @param latentDimension the number of codes
   */
  record Dense(int latentDimension) implements Architecture {

    private static final Nonlinearity HIDDEN = Nonlinearity.leakyRelu(0.2);

    /**
     * Fully connected layers.
     *
     * @param latentDimension the number of codes, at least 1
     * @throws IllegalArgumentException if there is no code
     */
    public Dense {
      Check.atLeast("latent dimension", latentDimension, 1);
    }

    @Override
    public AutoencoderShape shape(int columns, int rows) {
      return shape(columns, rows, columns);
    }

    /** The same with more outputs than inputs. */
    AutoencoderShape shape(int columns, int rows, int outputs) {
      int width = (int) Math.max(32, Math.min(256, Math.min(2L * columns, rows / 4)));
      return new AutoencoderShape(
          new NoisyNetwork(
              ImageShape.vector(columns),
              List.of(
                  DenseLayer.of(width, HIDDEN),
                  DenseLayer.of(width / 2, HIDDEN),
                  DenseLayer.of(latentDimension, Nonlinearity.TANH),
                  DenseLayer.of(width / 2, HIDDEN),
                  DenseLayer.of(width, HIDDEN),
                  DenseLayer.of(outputs, Nonlinearity.LINEAR))),
          3);
    }

    @Override
    public String toString() {
      return "dense";
    }
  }

  /**
   * The fully connected autoencoder of Butakov et al. (2024, arXiv:2305.08013, Figure 6c): columns
   * - codes - codes' rectifier - columns, that is Linear 32-2; Linear 2-32, LeakyReLU, Linear 32-32
   * for 32 columns and 2 codes.
   *
   * @param latentDimension the number of codes
   */
  record LinearCodes(int latentDimension) implements Architecture {

    /**
     * A linear encoder and a decoder of one hidden layer.
     *
     * @param latentDimension the number of codes, at least 1
     * @throws IllegalArgumentException if there is no code
     */
    public LinearCodes {
      Check.atLeast("latent dimension", latentDimension, 1);
    }

    @Override
    public AutoencoderShape shape(int columns, int rows) {
      return new AutoencoderShape(
          new NoisyNetwork(
              ImageShape.vector(columns),
              List.of(
                  DenseLayer.of(latentDimension, Nonlinearity.LINEAR),
                  DenseLayer.of(columns, Nonlinearity.leakyRelu(0.01)),
                  DenseLayer.of(columns, Nonlinearity.LINEAR))),
          1);
    }

    @Override
    public String toString() {
      return "linear encoder";
    }
  }

  /**
   * The convolutional autoencoder of Butakov et al. (2024, arXiv:2305.08013, Table 3): blocks of a
   * 3 x 3 convolution, batch normalisation, a leaky rectifier (slope 0.2) and max-pooling by 2
   * until height or width is odd; a dense layer with tanh; and back by upsampling.
   *
   * <p>Table 3 prints one upsampling too few: 16 x 16 (32 x 32) pixels are pooled 4 (5) times and
   * enlarged 3 (4) times. Here each pooling has its upsampling. The last convolution ends in a
   * sigmoid, not in batch normalisation and a leaky rectifier, as in the paper's program: outputs
   * lie within (0, 1), as grey values do.
   *
   * @param image the shape of the images
   * @param latentDimension the number of codes
   */
  record Convolutional(ImageShape image, int latentDimension) implements Architecture {

    private static final int KERNEL = 3;
    private static final int FIRST = 4;
    private static final int CHANNELS = 8;
    private static final Nonlinearity HIDDEN = Nonlinearity.leakyRelu(0.2);

    /**
     * A convolutional autoencoder.
     *
     * @param image the shape of the images, height and width divisible by 4
     * @param latentDimension the number of codes, at least 1
     * @throws IllegalArgumentException if height or width cannot be halved twice, or there is no
     *     code
     */
    public Convolutional {
      Objects.requireNonNull(image, "image");
      Check.atLeast("latent dimension", latentDimension, 1);
      requireDivisible(image);
    }

    @Override
    public AutoencoderShape shape(int columns, int rows) {
      requireColumns(image, columns);
      int halvings =
          Math.min(
              Integer.numberOfTrailingZeros(image.height()),
              Integer.numberOfTrailingZeros(image.width()));
      ImageShape smallest =
          new ImageShape(CHANNELS, image.height() >> halvings, image.width() >> halvings);
      List<Layer> layers = new ArrayList<>();
      for (int b = 0; b < halvings; b++) {
        layers.add(convolution(b == 0 ? FIRST : CHANNELS).withPooling(2));
      }
      layers.add(DenseLayer.of(latentDimension, Nonlinearity.TANH));
      final int codeLayer = layers.size();
      layers.add(DenseLayer.of(smallest.columns(), HIDDEN));
      layers.add(TransformLayer.reshaping(smallest));
      for (int b = halvings; b > 0; b--) {
        layers.add(TransformLayer.upsampling(2));
        layers.add(convolution(b == 1 ? FIRST : CHANNELS));
      }
      layers.add(ConvolutionLayer.of(image.channels(), KERNEL, Nonlinearity.SIGMOID));
      return new AutoencoderShape(new NoisyNetwork(image, layers), codeLayer);
    }

    private static ConvolutionLayer convolution(int channels) {
      return ConvolutionLayer.of(channels, KERNEL, HIDDEN).withBatchNorm();
    }

    @Override
    public String toString() {
      return "convolutional " + text(image);
    }
  }

  /**
   * The autoencoder of handwritten digits of Butakov et al. (2024, arXiv:2305.08013, Table 4),
   * which prints the encoder only: three blocks of dropout (0.1), a 3 x 3 convolution to 8, 16 and
   * 32 channels, max-pooling by 2 and a leaky rectifier (slope 0.01); dense layers of 128 and of
   * the codes, the latter with a sigmoid. The decoder is that of the paper's program: dense layers
   * of 128 and to 32 channels of a quarter of height and width, then convolutions to 16, 8 and 1
   * channels with upsampling between them. It ends in a sigmoid, as grey values lie within (0, 1).
   *
   * @param image the shape of the images
   * @param latentDimension the number of codes; 4 in the paper
   */
  record Digits(ImageShape image, int latentDimension) implements Architecture {

    private static final Nonlinearity HIDDEN = Nonlinearity.leakyRelu(0.01);
    private static final Perturbation DROPOUT = Perturbation.dropout(0.1);

    /**
     * An autoencoder of digits.
     *
     * @param image the shape of the images, height and width divisible by 4 and at least 8
     * @param latentDimension the number of codes, at least 1
     * @throws IllegalArgumentException if height or width do not fit, or there is no code
     */
    public Digits {
      Objects.requireNonNull(image, "image");
      Check.atLeast("latent dimension", latentDimension, 1);
      requireDivisible(image);
      if (Math.min(image.height(), image.width()) < 8) {
        throw new IllegalArgumentException(
            "height and width must be >= 8 for three poolings: " + text(image));
      }
    }

    @Override
    public AutoencoderShape shape(int columns, int rows) {
      requireColumns(image, columns);
      ImageShape small = new ImageShape(32, image.height() / 4, image.width() / 4);
      List<Layer> layers = new ArrayList<>();
      for (int channels = 8; channels <= 32; channels *= 2) {
        layers.add(TransformLayer.disturbing(DROPOUT));
        layers.add(convolution(channels).withPooling(2));
      }
      layers.add(DenseLayer.of(128, HIDDEN));
      layers.add(DenseLayer.of(latentDimension, Nonlinearity.SIGMOID));
      final int codeLayer = layers.size();
      layers.add(DenseLayer.of(128, HIDDEN));
      layers.add(DenseLayer.of(small.columns(), HIDDEN));
      layers.add(TransformLayer.reshaping(small));
      layers.add(convolution(16));
      layers.add(TransformLayer.upsampling(2));
      layers.add(convolution(8));
      layers.add(TransformLayer.upsampling(2));
      layers.add(ConvolutionLayer.of(image.channels(), 3, Nonlinearity.SIGMOID));
      return new AutoencoderShape(new NoisyNetwork(image, layers), codeLayer);
    }

    private static ConvolutionLayer convolution(int channels) {
      return ConvolutionLayer.of(channels, 3, HIDDEN);
    }

    @Override
    public String toString() {
      return "digits " + text(image);
    }
  }

  /**
   * A network of the caller's choice.
   *
   * @param given the network
   */
  record Given(AutoencoderShape given) implements Architecture {

    /**
     * A network of the caller's choice.
     *
     * @param given the network
     */
    public Given {
      Objects.requireNonNull(given, "given");
    }

    @Override
    public AutoencoderShape shape(int columns, int rows) {
      requireColumns(given.network().input(), columns);
      if (given.network().outputs() != columns) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "an autoencoder must have as many outputs as inputs: outputs=%d, inputs=%d",
                given.network().outputs(),
                columns));
      }
      return given;
    }

    @Override
    public int latentDimension() {
      return given.latentDimension();
    }

    @Override
    public String toString() {
      return given.toString();
    }
  }

  private static void requireDivisible(ImageShape image) {
    if (image.height() % 4 != 0 || image.width() % 4 != 0) {
      throw new IllegalArgumentException("height and width must be divisible by 4: " + text(image));
    }
  }

  private static void requireColumns(ImageShape image, int columns) {
    if (image.columns() != columns) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "columns must be channels * height * width = %d: columns=%d",
              image.columns(),
              columns));
    }
  }

  private static String text(ImageShape image) {
    return image.channels() + "x" + image.height() + "x" + image.width();
  }
}
