package io.github.miscope.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the results of a plan depend on, option by option: a label to read and a fingerprint to
 * compare. Whatever keeps results in files writes it down, and refuses the results of another plan.
 * Options that change no result of a cell (threads, the number of trials) do not belong to it.
 *
 * @param kind what kind of plan it is, as "sweep"
 * @param options in the order of the plan, each name once
 */
public record PlanIdentity(String kind, List<Option> options) {

  private static final int LONGEST = 120;

  /**
   * One option of a plan.
   *
   * @param name as messages call it
   * @param label its value, to be read
   * @param fingerprint its value, to be compared
   */
  public record Option(String name, String label, Fingerprint fingerprint) {

    /**
     * Refuses null.
     *
     * @param name as messages call it
     * @param label its value, to be read
     * @param fingerprint its value, to be compared
     */
    public Option {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(fingerprint, "fingerprint");
    }
  }

  /**
   * The identity of a plan.
   *
   * @param kind what kind of plan it is
   * @param options in the order of the plan
   * @throws IllegalArgumentException if a name occurs twice
   */
  public PlanIdentity {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(options, "options");
    options = List.copyOf(options);
    long names = options.stream().map(Option::name).distinct().count();
    if (names < options.size()) {
      throw new IllegalArgumentException("the options of a plan must have distinct names");
    }
  }

  /**
   * Starts the identity of a plan.
   *
   * @param kind what kind of plan it is
   * @return takes the options
   */
  public static Builder of(String kind) {
    Objects.requireNonNull(kind, "kind");
    return new Builder(kind);
  }

  /** Takes the options of a plan, one after another. */
  public static final class Builder {

    private final String kind;
    private final List<Option> options = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private final IdentityDigest first = IdentityDigest.start();

    private Builder(String kind) {
      this.kind = kind;
    }

    /**
     * Adds an option.
     *
     * @param name as messages call it
     * @param label its value, to be read
     * @param value its value, of a kind that {@link IdentityDigest} takes
     * @return this
     * @throws IllegalArgumentException if the value, or a part of it, has no identity
     */
    public Builder option(String name, String label, @Nullable Object value) {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(label, "label");
      IdentityDigest digest = first.next().add(name, value);
      if (digest.hasNames()) {
        named.add(name);
      }
      options.add(new Option(name, label, Fingerprint.of(digest)));
      return this;
    }

    /**
     * Adds an option whose text says everything: a number, a seed.
     *
     * @param name as messages call it
     * @param value its value
     * @return this
     */
    public Builder option(String name, Object value) {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(value, "value");
      return option(name, value.toString(), value);
    }

    /**
     * Whether a name that stands for code identified an option, or a part of it.
     *
     * @param name the name of the option
     * @return true after {@link IdentityDigest#addName}
     */
    public boolean isNamed(String name) {
      Objects.requireNonNull(name, "name");
      return named.contains(name);
    }

    /**
     * The identity.
     *
     * @return with the options so far
     */
    public PlanIdentity build() {
      return new PlanIdentity(kind, options);
    }
  }

  /**
   * The fingerprint of the whole plan.
   *
   * @return equal for plans whose options have equal fingerprints, whatever their labels
   */
  public Fingerprint fingerprint() {
    IdentityDigest digest = IdentityDigest.start().add("kind", kind);
    for (Option option : options) {
      digest.add("name", option.name()).add("fingerprint", option.fingerprint());
    }
    return Fingerprint.of(digest);
  }

  /**
   * How another plan differs from this one, option by option.
   *
   * @param other the plan of a file
   * @return as "samples: 1000 in the file, 500 now"; empty if results of one are those of the other
   */
  public List<String> differencesFrom(PlanIdentity other) {
    Objects.requireNonNull(other, "other");
    if (!kind.equals(other.kind)) {
      return List.of("kind: " + other.kind + " in the file, " + kind + " now");
    }
    Map<String, Option> before = byName(other);
    Map<String, Option> now = byName(this);
    List<String> labels = new ArrayList<>();
    List<String> contents = new ArrayList<>();
    for (Option option : other.options) {
      if (!now.containsKey(option.name())) {
        labels.add(option.name() + ": " + shown(option) + " in the file, not given now");
      }
    }
    for (Option option : options) {
      Option old = before.get(option.name());
      if (old == null) {
        labels.add(option.name() + ": not given in the file, " + shown(option) + " now");
      } else if (!old.fingerprint().equals(option.fingerprint())) {
        if (shown(old).equals(shown(option))) {
          contents.add(
              String.format(
                  Locale.ROOT,
                  "%s: %s in the file and now, but with other data or parameters inside"
                      + " (fingerprint %s in the file, %s now)",
                  option.name(),
                  shown(option),
                  old.fingerprint(),
                  option.fingerprint()));
        } else {
          labels.add(option.name() + ": " + shown(old) + " in the file, " + shown(option) + " now");
        }
      }
    }
    labels.addAll(contents);
    return labels;
  }

  private static Map<String, Option> byName(PlanIdentity identity) {
    Map<String, Option> options = new LinkedHashMap<>();
    identity.options.forEach(option -> options.put(option.name(), option));
    return options;
  }

  private static String shown(Option option) {
    String line = option.label().replaceAll("\\R", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
