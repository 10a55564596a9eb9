package io.github.miscope.neural.experiment;

import io.github.miscope.estimator.EstimationInterruptedException;
import io.github.miscope.estimator.TrainingProgress;
import io.github.miscope.identity.PlanIdentity;
import io.github.miscope.neural.layer.DenseLayer;
import io.github.miscope.neural.layer.Layer;
import io.github.miscope.neural.network.NetworkPlan;
import io.github.miscope.neural.network.TrainedNetwork;
import io.github.miscope.neural.representation.EncoderNetwork;
import io.github.miscope.neural.representation.EncoderTraining;
import io.github.miscope.neural.representation.TrainedEncoder;
import io.github.miscope.neural.training.NetworkTraining;
import io.github.miscope.plan.Plan;
import io.github.miscope.plan.RunOptions;
import io.github.miscope.plan.Runner;
import io.github.miscope.sample.Seed;
import io.github.miscope.score.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** Trains the encoders of an experiment: first those that need no victim, then those that do. */
final class EncoderRun {

  /** Progress is told in thousandths of an encoder. */
  private static final long WHOLE = 1000;

  private final DatasetInference experiment;
  private final @Nullable Path folder;
  private final AtomicLongArray done;

  EncoderRun(DatasetInference experiment, @Nullable Path folder) {
    this.experiment = experiment;
    this.folder = folder;
    done =
        new AtomicLongArray(
            2
                + experiment.otherTemperatures().size()
                + experiment.independents()
                + experiment.heads().size());
  }

  /** An encoder to train. */
  private record Job(
      String name,
      Origin origin,
      OptionalDouble temperature,
      EncoderNetwork shape,
      NetworkPlan plan) {}

  DatasetInferenceResult result() throws IOException {
    try {
      return TrainingProgress.show("Encoders of " + experiment.name(), this::encoders);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private DatasetInferenceResult encoders() {
    List<NamedEncoder> all = new ArrayList<>(train(first(), 0));
    TrainedEncoder victim = all.get(0).encoder();
    List<NamedEncoder> independent =
        all.stream().filter(each -> each.origin() == Origin.INDEPENDENT).toList();
    all.removeAll(independent);
    all.addAll(train(attacks(victim), all.size() + independent.size()));
    all.addAll(independent);
    for (int r = 1; r <= experiment.randoms(); r++) {
      String name = "random " + r;
      all.add(
          new NamedEncoder(
              name,
              Origin.RANDOM,
              OptionalDouble.empty(),
              TrainedEncoder.random(experiment.shape().withHead(), seed(name))));
    }
    return new DatasetInferenceResult(experiment, all);
  }

  private Seed seed(String name) {
    return experiment.seed().derive(name);
  }

  private List<Job> first() {
    List<Job> jobs = new ArrayList<>();
    InferenceData data = experiment.data();
    jobs.add(contrastive("victim", Origin.VICTIM, data, experiment.temperature()));
    for (double temperature : experiment.otherTemperatures()) {
      jobs.add(
          contrastive("temperature " + temperature, Origin.OTHER_TEMPERATURE, data, temperature));
    }
    for (int i = 1; i <= experiment.independents(); i++) {
      jobs.add(contrastive("independent " + i, Origin.INDEPENDENT, data, experiment.temperature()));
    }
    return jobs;
  }

  private Job contrastive(String name, Origin origin, InferenceData data, double temperature) {
    EncoderNetwork shape = experiment.shape();
    NetworkTraining training = experiment.training().withSeed(seed(name));
    return new Job(
        name,
        origin,
        OptionalDouble.of(temperature),
        shape,
        EncoderTraining.contrastive(
            shape,
            origin == Origin.INDEPENDENT ? data.others() : data.own(),
            temperature,
            training));
  }

  private List<Job> attacks(TrainedEncoder victim) {
    List<Job> jobs = new ArrayList<>();
    for (Heads heads : experiment.heads()) {
      String name = "stolen, " + heads;
      EncoderNetwork shape = thief(heads);
      double temperature = experiment.attackTemperature();
      jobs.add(
          new Job(
              name,
              Origin.STOLEN,
              OptionalDouble.of(temperature),
              shape,
              EncoderTraining.stealing(
                  victim,
                  heads.victim(),
                  shape,
                  experiment.data().queries(),
                  temperature,
                  experiment.attack().withSeed(seed(name)))));
    }
    String name = "distilled";
    EncoderNetwork shape = experiment.shape().withHead();
    jobs.add(
        new Job(
            name,
            Origin.DISTILLED,
            OptionalDouble.empty(),
            shape,
            EncoderTraining.distillation(
                victim,
                false,
                shape,
                experiment.data().queries(),
                experiment.attack().withSeed(seed(name)))));
    return jobs;
  }

  /** The thief's encoder, with outputs as many as the targets have columns. */
  private EncoderNetwork thief(Heads heads) {
    EncoderNetwork victim = experiment.shape();
    int outputs = heads.victim() ? victim.network().outputs() : victim.dimension();
    List<Layer> layers = victim.network().layers();
    List<Integer> widths = new ArrayList<>();
    if (heads.thief()) {
      for (Layer layer : layers.subList(victim.layer(), layers.size())) {
        if (layer instanceof DenseLayer dense) {
          widths.add(dense.units());
        }
      }
    }
    if (!widths.isEmpty()) {
      widths.set(widths.size() - 1, outputs);
    } else if (heads.thief() || outputs != victim.dimension()) {
      widths.add(outputs);
    }
    return victim.withHead(widths.stream().mapToInt(Integer::intValue).toArray());
  }

  private List<NamedEncoder> train(List<Job> jobs, int before) {
    NamedEncoder[] trained = new NamedEncoder[jobs.size()];
    int threads = Runtime.getRuntime().availableProcessors();
    RunOptions options =
        RunOptions.withDefaults().withThreads(threads).withProgress(snapshot -> report());
    try {
      Runner.run(new Trainings(jobs, before), options, (i, encoder) -> trained[i] = encoder);
    } catch (InterruptedException e) {
      throw new EstimationInterruptedException(experiment.name() + " was interrupted", e);
    }
    return Arrays.asList(trained);
  }

  private void report() {
    long sum = 0;
    for (int i = 0; i < done.length(); i++) {
      sum += done.get(i);
    }
    TrainingProgress.report(sum, WHOLE * done.length());
  }

  private NamedEncoder trained(Job job, int place) {
    TrainedNetwork network =
        TrainingProgress.listen(
            (steps, total) -> done.set(place, WHOLE * steps / total), () -> trained(job));
    done.set(place, WHOLE);
    return new NamedEncoder(
        job.name(), job.origin(), job.temperature(), TrainedEncoder.of(job.shape(), network));
  }

  private TrainedNetwork trained(Job job) {
    try {
      return folder == null ? job.plan().train() : job.plan().train(folder.resolve(file(job)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** "stolen, victim's head" is in "stolen-victim-s-head". */
  private static String file(Job job) {
    return job.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
  }

  /** Trainings side by side. They are kept by themselves: there is no checkpoint of rows. */
  private final class Trainings implements Plan<NamedEncoder> {

    private final List<Job> jobs;
    private final int before;

    Trainings(List<Job> jobs, int before) {
      this.jobs = jobs;
      this.before = before;
    }

    @Override
    public int count() {
      return jobs.size();
    }

    @Override
    public NamedEncoder row(int cell) {
      return trained(jobs.get(cell), before + cell);
    }

    @Override
    public String label(int cell) {
      return jobs.get(cell).name();
    }

    @Override
    public PlanIdentity identity() {
      PlanIdentity.Builder identity = PlanIdentity.of("encoders");
      jobs.forEach(job -> identity.option(job.name(), job.name(), job.plan().identity()));
      return identity.build();
    }

    @Override
    public List<@Nullable String> fields(int cell, NamedEncoder row) {
      return List.of();
    }

    @Override
    public Optional<Entry<NamedEncoder>> entry(List<@Nullable String> fields) {
      return Optional.empty();
    }
  }
}
