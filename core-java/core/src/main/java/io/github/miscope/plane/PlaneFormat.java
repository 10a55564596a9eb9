package io.github.miscope.plane;

import io.github.miscope.activation.EpochScores;
import io.github.miscope.estimator.Interval;
import io.github.miscope.plan.Plan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Cells as fields of text: the number of the cell, whether there is an estimate, what it is, and
 * the binned entropies. Doubles keep all their bits. What the plan knows is not written.
 */
final class PlaneFormat {

  private final PlaneCells cells;
  private final PlanePlan plan;

  PlaneFormat(PlaneCells cells, PlanePlan plan) {
    this.cells = cells;
    this.plan = plan;
  }

  static List<@Nullable String> fields(int cell, PlaneCell row) {
    List<@Nullable String> fields = new ArrayList<>();
    fields.add(Integer.toString(cell));
    fields.add(row.row().isPresent() ? "estimate" : null);
    row.row()
        .ifPresent(
            own -> {
              fields.add(Double.toString(own.place().scale()));
              fields.add(own.failure());
              add(fields, own.inputs());
              add(fields, own.labels());
              addCodes(fields, own.inputCodes());
              addCodes(fields, own.layerCodes());
            });
    fields.add(Integer.toString(row.binned().size()));
    for (BinnedRow bin : row.binned()) {
      fields.add(bin.bins());
      fields.add(Double.toString(bin.place().scale()));
      fields.add(Double.toString(bin.nats()));
      fields.add(text(bin.information()));
      fields.add(text(bin.labels()));
      fields.add(bin.failure());
    }
    return fields;
  }

  private static @Nullable String text(OptionalDouble value) {
    return value.isPresent() ? Double.toString(value.getAsDouble()) : null;
  }

  private static void add(List<@Nullable String> fields, Optional<PlaneValue> value) {
    fields.add(value.map(v -> Double.toString(v.nats())).orElse(null));
    if (value.isPresent()) {
      fields.add(text(value.get().standardError()));
      addInterval(fields, value.get().interval());
      List<PlaneValue.Note> notes = value.get().warnings();
      fields.add(Integer.toString(notes.size()));
      for (PlaneValue.Note note : notes) {
        fields.add(note.tableName());
        fields.add(note.message());
      }
    }
  }

  private static void addInterval(List<@Nullable String> fields, Optional<Interval> interval) {
    fields.add(interval.map(Interval::method).orElse(null));
    interval.ifPresent(
        own -> {
          fields.add(Double.toString(own.level()));
          fields.add(Double.toString(own.lower()));
          fields.add(Double.toString(own.upper()));
        });
  }

  private static void addCodes(List<@Nullable String> fields, Optional<PlaneCodes> codes) {
    fields.add(codes.map(own -> Integer.toString(own.columns())).orElse(null));
    codes.ifPresent(
        own -> {
          fields.add(Integer.toString(own.codes()));
          fields.add(Double.toString(own.explainedVariance()));
          fields.add(text(own.lossBound()));
        });
  }

  /** The cell of its fields; empty if they are none of a cell of this plan. */
  Optional<Plan.Entry<PlaneCell>> entry(List<@Nullable String> fields) {
    try {
      Iterator<@Nullable String> next = fields.iterator();
      int cell = Integer.parseInt(text(next));
      if (cell < 0 || cell >= cells.count()) {
        return Optional.empty();
      }
      Optional<PlaneRow> row =
          next.next() == null ? Optional.empty() : Optional.of(row(cell, next));
      int count = Integer.parseInt(text(next));
      List<BinnedRow> binned = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String bins = text(next);
        binned.add(
            new BinnedRow(
                cells.place(cell, number(next)),
                bins,
                number(next),
                optional(next),
                optional(next),
                next.next()));
      }
      return next.hasNext()
          ? Optional.empty()
          : Optional.of(new Plan.Entry<>(cell, new PlaneCell(row, binned)));
    } catch (IllegalArgumentException | NoSuchElementException e) {
      return Optional.empty();
    }
  }

  private PlaneRow row(int cell, Iterator<@Nullable String> next) {
    LayerPlace place = cells.place(cell, number(next));
    String failure = next.next();
    Optional<PlaneValue> inputs = value(next);
    Optional<PlaneValue> labels = value(next);
    Optional<PlaneCodes> inputCodes = codes(next);
    Optional<PlaneCodes> layerCodes = codes(next);
    EpochScores scores = plan.networks().get(place.trial()).scores(place.epoch());
    return new PlaneRow(
        place,
        cells.snrDb(cell),
        cells.estimator(cell),
        inputs,
        labels,
        inputCodes,
        layerCodes,
        scores,
        failure);
  }

  private static Optional<PlaneCodes> codes(Iterator<@Nullable String> next) {
    String columns = next.next();
    return columns == null
        ? Optional.empty()
        : Optional.of(
            new PlaneCodes(
                Integer.parseInt(columns),
                Integer.parseInt(text(next)),
                number(next),
                optional(next)));
  }

  private static Optional<Interval> interval(Iterator<@Nullable String> next) {
    String method = next.next();
    return method == null
        ? Optional.empty()
        : Optional.of(new Interval(number(next), number(next), number(next), method));
  }

  private static Optional<PlaneValue> value(Iterator<@Nullable String> next) {
    String nats = next.next();
    if (nats == null) {
      return Optional.empty();
    }
    OptionalDouble error = optional(next);
    Optional<Interval> interval = interval(next);
    int count = Integer.parseInt(text(next));
    List<PlaneValue.Note> notes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      notes.add(PlaneValue.Note.read(text(next), text(next)));
    }
    return Optional.of(new PlaneValue(Double.parseDouble(nats), error, interval, notes));
  }

  private static String text(Iterator<@Nullable String> next) {
    String field = next.next();
    if (field == null) {
      throw new NoSuchElementException("a field");
    }
    return field;
  }

  private static double number(Iterator<@Nullable String> next) {
    return Double.parseDouble(text(next));
  }

  private static OptionalDouble optional(Iterator<@Nullable String> next) {
    String field = next.next();
    return field == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(field));
  }
}
