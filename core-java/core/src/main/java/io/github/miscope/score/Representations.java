package io.github.miscope.score;

import io.github.miscope.internal.check.Check;
import io.github.miscope.sample.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What several encoders make of the same observations, and who is who.
 *
 * @param victim the victim's representation of n observations
 * @param suspects others' representations of the same observations in the same order, by their
 *     names
 * @param baselines representations by encoders that know nothing of the victim
 */
public record Representations(Variable victim, List<Variable> suspects, List<Variable> baselines) {

  /**
   * Representations. Whether they can be compared is checked when they are scored.
   *
   * @param victim the victim's representation
   * @param suspects others' representations
   * @param baselines representations by encoders that know nothing of the victim
   */
  public Representations {
    Objects.requireNonNull(victim, "victim");
    Objects.requireNonNull(suspects, "suspects");
    Objects.requireNonNull(baselines, "baselines");
    suspects = List.copyOf(suspects);
    baselines = List.copyOf(baselines);
  }

  /**
   * The same encoders with other baselines: the rest become suspects.
   *
   * @param names of encoders other than the victim
   * @return the same representations in other roles
   * @throws IllegalArgumentException if there is no encoder of a name, naming those that there are
   */
  public Representations withBaselines(String... names) {
    Objects.requireNonNull(names, "names");
    Set<String> chosen = Set.copyOf(requireKnown(names));
    return new Representations(
        victim,
        others().filter(other -> !chosen.contains(other.name())).toList(),
        others().filter(other -> chosen.contains(other.name())).toList());
  }

  /**
   * The victim, the baselines and some of the suspects.
   *
   * @param names of suspects
   * @return fewer representations
   * @throws IllegalArgumentException if there is no encoder of a name, naming those that there are
   */
  public Representations withSuspects(String... names) {
    Objects.requireNonNull(names, "names");
    Set<String> chosen = Set.copyOf(requireKnown(names));
    return new Representations(
        victim,
        others().filter(other -> chosen.contains(other.name())).toList(),
        baselines.stream().filter(other -> !chosen.contains(other.name())).toList());
  }

  private List<String> requireKnown(String... names) {
    List<String> known = others().map(Variable::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "there is no representation '" + name + "', only " + known);
      }
    }
    return List.of(names);
  }

  private Stream<Variable> others() {
    return Stream.concat(suspects.stream(), baselines.stream());
  }

  /**
   * The first observations: what a score says of fewer queries.
   *
   * @param n how many, from 2 to those that there are
   * @return the same encoders
   * @throws IllegalArgumentException if n is out of range
   */
  public Representations first(int n) {
    Check.between("n", n, 2, victim.n());
    int[] rows = IntStream.range(0, n).toArray();
    return new Representations(
        victim.rows(rows),
        suspects.stream().map(suspect -> suspect.rows(rows)).toList(),
        baselines.stream().map(baseline -> baseline.rows(rows)).toList());
  }

  /**
   * All representations.
   *
   * @return the victim, suspects and baselines
   */
  public List<Variable> all() {
    List<Variable> all = new ArrayList<>(List.of(victim));
    others().forEach(all::add);
    return List.copyOf(all);
  }

  /** "400 observations: victim, stolen; baselines random 1, random 2". */
  @Override
  public String toString() {
    return victim.n()
        + " observations: "
        + String.join(
            ", ", Stream.concat(Stream.of(victim), suspects.stream()).map(Variable::name).toList())
        + "; baselines "
        + String.join(", ", baselines.stream().map(Variable::name).toList());
  }
}
