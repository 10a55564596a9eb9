package io.github.miscope.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.miscope.neural.data.LabelledData;
import io.github.miscope.neural.data.Spirals;
import io.github.miscope.neural.data.SplitData;
import io.github.miscope.neural.experiment.Experiment;
import io.github.miscope.neural.experiment.Experiments;
import io.github.miscope.neural.experiment.Size;
import io.github.miscope.neural.layer.ConvolutionLayer;
import io.github.miscope.neural.layer.Nonlinearity;
import io.github.miscope.neural.network.NetworkPlan;
import io.github.miscope.refusal.NullArguments;
import io.github.miscope.refusal.SampleArguments;
import io.github.miscope.sample.Samples;
import io.github.miscope.sample.Seed;
import io.github.miscope.sample.Variable;
import io.github.miscope.task.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Null is refused where it is given, by an exception that names the argument. */
class NeuralNullArgumentsTest {

  @Test
  void nullIsRefusedByName(@TempDir Path folder) throws Exception {
    Samples samples = Tasks.correlatedGaussians(1, 0.5).sample(40, Seed.of(1));
    LabelledData data = Spirals.of(30, 2, 1, 0, Seed.of(1));
    Experiment experiment = Experiments.singleNeuron(Size.SMALL);
    SampleArguments arguments =
        new SampleArguments()
            .with(Samples.class, samples)
            .with(Variable.class, samples.x())
            .with(Seed.class, Seed.of(1))
            .with(Random.class, new Random(1))
            .with(Path.class, folder.resolve("none"))
            .with(NeuralMutualInformation.class, NeuralPresets.mine())
            .with(LabelledData.class, data)
            .with(SplitData.class, SplitData.same(data))
            .with(ConvolutionLayer.class, ConvolutionLayer.of(2, 3, Nonlinearity.TANH))
            .with(Experiment.class, experiment)
            .with(NetworkPlan.class, experiment.plan());
    NullArguments nulls = new NullArguments(arguments);
    // Trained networks would take seconds: their methods alone are left out.
    List<String> faults =
        nulls.faults(NeuralPresets.class).stream()
            .filter(fault -> !fault.endsWith("to try it with") && !fault.endsWith("call it on"))
            .toList();
    assertEquals("", String.join("\n", faults), faults.size() + " of " + nulls.tried());
    assertTrue(nulls.tried() > 100, "tried " + nulls.tried());
  }
}
