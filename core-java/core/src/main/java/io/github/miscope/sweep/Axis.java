package io.github.miscope.sweep;

import io.github.miscope.estimator.NearestNeighbours;
import io.github.miscope.task.Bijection;
import io.github.miscope.task.Embedding;
import io.github.miscope.task.TaskParameter;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep varies. Immutable; {@code toString()} is the name that tables use.
 *
 * <p>One seed serves all values of a trial, so that where the axis allows it (scales, k) every
 * value sees the same data.
 */
public final class Axis {

  private static final Axis NONE = ofEffect("none", "", (setting, value) -> setting);

  private final String name;
  private final String title;
  private final String unit;
  private final @Nullable TaskParameter parameter;
  private final boolean isRatio;
  private final BiFunction<Setting, Double, Setting> effect;

  private Axis(
      String name,
      String title,
      String unit,
      @Nullable TaskParameter parameter,
      boolean isRatio,
      BiFunction<Setting, Double, Setting> effect) {
    this.name = name;
    this.title = title;
    this.unit = unit;
    this.parameter = parameter;
    this.isRatio = isRatio;
    this.effect = effect;
  }

  /**
   * A custom axis.
   *
   * @param name its name in tables; names the axis uniquely, with its options. A checkpoint
   *     compares it, and the settings that the axis makes at the swept values
   * @param label its label on plots, with the unit if there is one
   * @param effect the setting at a swept value; throws IllegalArgumentException where the value
   *     does not apply
   * @return the axis
   */
  public static Axis of(String name, String label, BiFunction<Setting, Double, Setting> effect) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(effect, "effect");
    return new Axis(name, label, "", null, false, effect);
  }

  /** An effect that can be sent to another machine. */
  private interface Effect extends BiFunction<Setting, Double, Setting>, Serializable {}

  private static Axis ofEffect(String name, String label, Effect effect) {
    return of(name, label, effect);
  }

  private static Axis of(
      String name,
      String label,
      String unit,
      TaskParameter parameter,
      boolean isRatio,
      Effect effect) {
    return new Axis(name, label, unit, parameter, isRatio, effect);
  }

  private static Axis ofRatio(String name, String label, Effect effect) {
    return new Axis(name, label, "", null, true, effect);
  }

  /**
   * Nothing: a sweep of trials only.
   *
   * @return the axis without effect
   */
  public static Axis none() {
    return NONE;
  }

  /**
   * X multiplied by the value.
   *
   * @return the axis of I(eta X; Y)
   */
  public static Axis scaleX() {
    return ofRatio(
        "scaleX",
        "scale of X",
        (setting, value) -> setting.withTask(setting.task().mapX(Bijection.scale(value))));
  }

  /**
   * Y multiplied by the value.
   *
   * @return the axis of I(X; eta Y)
   */
  public static Axis scaleY() {
    return ofRatio(
        "scaleY",
        "scale of Y",
        (setting, value) -> setting.withTask(setting.task().mapY(Bijection.scale(value))));
  }

  /**
   * Signal-to-noise ratio, as a ratio of variances.
   *
   * @return the axis
   */
  public static Axis snr() {
    return of(
        "snr",
        "signal-to-noise ratio",
        "",
        TaskParameter.SIGNAL_TO_NOISE,
        true,
        (setting, value) -> setting.withTask(setting.task().withSignalToNoise(value)));
  }

  /**
   * Signal-to-noise ratio in decibels: 10 log10 of the ratio of variances.
   *
   * @return the axis
   */
  public static Axis snrDecibels() {
    return of(
        "snrDb",
        "signal-to-noise ratio",
        "dB",
        TaskParameter.SIGNAL_TO_NOISE,
        false,
        (setting, value) ->
            setting.withTask(setting.task().withSignalToNoise(Math.pow(10, value / 10))));
  }

  /**
   * The number of dimensions of the task.
   *
   * @return the axis
   */
  public static Axis dimension() {
    return of(
        "dimension",
        "dimensions of X and of Y",
        "",
        TaskParameter.DIMENSION,
        false,
        (setting, value) ->
            setting.withTask(setting.task().withDimension(whole("dimension", value))));
  }

  /**
   * The number of samples.
   *
   * @return the axis
   */
  public static Axis samples() {
    return ofRatio(
        "samples",
        "number of samples",
        (setting, value) -> setting.withSamples(whole("samples", value)));
  }

  /**
   * The number of noise columns appended to X.
   *
   * @param sigma standard deviation of the noise, positive
   * @return the axis
   * @throws IllegalArgumentException if sigma is not positive and finite
   */
  public static Axis noiseDimensions(double sigma) {
    Embedding.duplicateNoise(1, sigma);
    return ofEffect(
        "noiseDimensions(sigma = " + sigma + ")",
        "noise dimensions appended to X",
        (setting, value) -> {
          int count = whole("noiseDimensions", value);
          return count == 0
              ? setting
              : setting.withTask(setting.task().mapX(Embedding.duplicateNoise(count, sigma)));
        });
  }

  /**
   * The number of copies of X that stand side by side as the new X; 1 is X itself.
   *
   * @return the axis
   */
  public static Axis duplicates() {
    return ofEffect(
        "duplicates",
        "copies of X",
        (setting, value) -> {
          int copies = whole("duplicates", value);
          return setting.withTask(setting.task().mapX(Embedding.duplicateSelf(copies)));
        });
  }

  /**
   * The correlation of the paired coordinates of X and Y.
   *
   * @return the axis
   */
  public static Axis correlation() {
    return of(
        "correlation",
        "correlation",
        "",
        TaskParameter.CORRELATION,
        false,
        (setting, value) -> setting.withTask(setting.task().withCorrelation(value)));
  }

  /**
   * The mutual information of the task, in nats.
   *
   * @return the axis
   */
  public static Axis information() {
    return of(
        "information",
        "mutual information",
        "nats",
        TaskParameter.INFORMATION,
        false,
        (setting, value) -> setting.withTask(setting.task().withInformation(value)));
  }

  /**
   * The number k of nearest neighbours.
   *
   * @return the axis
   */
  public static Axis neighbours() {
    return ofEffect(
        "k",
        "number of neighbours k",
        (setting, value) ->
            setting.withEstimator(NearestNeighbours.withK(setting.estimator(), whole("k", value))));
  }

  private static int whole(String name, double value) {
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(name + " must be a whole number: " + value);
    }
    return (int) value;
  }

  /**
   * The setting at a swept value.
   *
   * @param setting the plan's setting
   * @param value the swept value
   * @return the changed setting
   * @throws IllegalArgumentException if the value or the axis does not apply; the message says why
   */
  public Setting apply(Setting setting, double value) {
    Objects.requireNonNull(setting, "setting");
    return effect.apply(setting, value);
  }

  /**
   * The parameter of the task that this axis sets.
   *
   * @return the parameter; empty if the axis changes something else
   */
  public Optional<TaskParameter> parameter() {
    return Optional.ofNullable(parameter);
  }

  /**
   * The axis label of a plot.
   *
   * @return the title, with the unit in brackets if there is one
   */
  public String label() {
    return unit.isEmpty() ? title : title + " [" + unit + "]";
  }

  /**
   * What varies, for titles and for text.
   *
   * @return the label without the unit; empty of {@link #none()}
   */
  public String title() {
    return title;
  }

  /**
   * The unit of the values.
   *
   * @return the unit; empty if there is none
   */
  public Optional<String> unit() {
    return unit.isEmpty() ? Optional.empty() : Optional.of(unit);
  }

  /**
   * Whether nothing varies.
   *
   * @return true of {@link #none()}
   */
  public boolean isNone() {
    return this == NONE;
  }

  /**
   * Whether values count by their ratios, as scales, sizes and ratios of variances do: a wide range
   * of them is shown on a logarithmic axis.
   *
   * @return true if a factor of the value matters, and not a difference
   */
  public boolean isRatio() {
    return isRatio;
  }

  @Override
  public String toString() {
    return name;
  }
}
