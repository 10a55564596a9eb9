package io.github.miscope.plane;

import io.github.miscope.encoder.Encoding;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.internal.parallel.Lazy;
import io.github.miscope.internal.parallel.Shared;
import io.github.miscope.plan.CellRecipe;
import io.github.miscope.plan.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a plane, network by network, epoch by epoch, layer by layer, ratio by ratio and
 * estimator by estimator. What the cells of a network or of a layer share is made once.
 */
final class PlaneCells implements Plan<PlaneCell> {

  private final PlanePlan plan;
  private final List<String> labels;
  private final int slots;
  private final int layers;
  private final int epochs;
  private final Shared<NetworkView> networks;
  private final Shared<LayerView> views;

  PlaneCells(PlanePlan plan) {
    this.plan = plan;
    labels = plan.labels();
    slots = plan.slots();
    layers = plan.layers().size();
    epochs = plan.epochs().size();
    int trials = plan.networks().size();
    List<Optional<Lazy<Encoding>>> inputCodes = NetworkView.inputCodes(plan);
    networks =
        new Shared<>(
            filled(trials, epochs * layers * slots),
            t -> new NetworkView(plan, t, inputCodes.get(t)));
    views = new Shared<>(filled(trials * epochs * layers, slots), this::view);
  }

  private static int[] filled(int length, int value) {
    int[] array = new int[length];
    Arrays.fill(array, value);
    return array;
  }

  private LayerView view(int place) {
    int trial = place / layers / epochs;
    return new LayerView(plan.options(), networks.get(trial), trial, epoch(place), layer(place));
  }

  private int epoch(int place) {
    return plan.epochs().get(place / layers % epochs);
  }

  private int layer(int place) {
    return plan.layers().get(place % layers);
  }

  @Override
  public int count() {
    return plan.cells();
  }

  @Override
  public PlaneCell row(int cell) {
    // Estimators that train report steps, which say little of the whole.
    return TrainingProgress.listen((done, total) -> {}, () -> computed(cell));
  }

  private PlaneCell computed(int cell) {
    LayerView view = views.get(cell / slots);
    int slot = cell % slots;
    Optional<PlaneRow> row =
        labels.isEmpty()
            ? Optional.empty()
            : Optional.of(view.row(ratio(slot), slot % labels.size(), slotLabel(slot)));
    return new PlaneCell(row, slot == 0 ? view.binned() : List.of());
  }

  private OptionalDouble ratio(int slot) {
    return plan.ratios().get(slot / Math.max(1, labels.size()));
  }

  private String slotLabel(int slot) {
    return labels.isEmpty() ? "binned entropies" : labels.get(slot % labels.size());
  }

  /** A cell is done, and needs what it shared no more. */
  void done(int cell) {
    views.done(cell / slots);
    networks.done(cell / slots / layers / epochs);
  }

  @Override
  public boolean isFailed(PlaneCell row) {
    return row.failed();
  }

  @Override
  public int kinds() {
    return layers * slots;
  }

  @Override
  public int kind(int cell) {
    return cell % (layers * slots);
  }

  @Override
  public String label(int cell) {
    int place = cell / slots;
    return "network "
        + place / layers / epochs
        + ", epoch "
        + epoch(place)
        + ", layer "
        + layer(place)
        + ", "
        + described(cell % slots);
  }

  private String described(int slot) {
    OptionalDouble snrDb = ratio(slot);
    return slotLabel(slot) + (snrDb.isPresent() ? " at " + snrDb.getAsDouble() + " dB" : "");
  }

  @Override
  public CellRecipe<PlaneCell> recipe() {
    return new Recipe(plan);
  }

  private record Recipe(PlanePlan plan) implements CellRecipe<PlaneCell> {

    @Override
    public PlaneCells cells() {
      return new PlaneCells(plan);
    }
  }

  @Override
  public PlanIdentity identity() {
    return plan.identity();
  }

  @Override
  public List<@Nullable String> fields(int cell, PlaneCell row) {
    return PlaneFormat.fields(cell, row);
  }

  @Override
  public Optional<Entry<PlaneCell>> entry(List<@Nullable String> fields) {
    return new PlaneFormat(this, plan).entry(fields);
  }

  /** The place of a cell, but for its scale. */
  LayerPlace place(int cell, double scale) {
    int place = cell / slots;
    int trial = place / layers / epochs;
    int layer = layer(place);
    return new LayerPlace(
        trial, epoch(place), layer, plan.networks().get(trial).layerName(layer), scale);
  }

  OptionalDouble snrDb(int cell) {
    return ratio(cell % slots);
  }

  String estimator(int cell) {
    return slotLabel(cell % slots);
  }
}
