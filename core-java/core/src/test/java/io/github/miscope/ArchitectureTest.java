package io.github.miscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.estimator.MutualInformationEstimator;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shape of the core: no circles, no Kotlin, no plots, no native code. */
class ArchitectureTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.miscope");

  private static final List<Class<?>> ESTIMATORS =
      List.of(
          MutualInformationEstimator.class,
          ConditionalMutualInformationEstimator.class,
          EntropyEstimator.class);

  private static final Set<String> WRITERS =
      Set.of("write", "writeString", "newBufferedWriter", "newOutputStream", "copy", "move");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.github.miscope.(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void topLevelPackagesHaveNoCycles() {
    slices().matching("io.github.miscope.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void numericsKnowNoDomain() {
    noClasses()
        .that()
        .resideInAPackage("io.github.miscope.internal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.miscope.sample..",
            "io.github.miscope.scaling..",
            "io.github.miscope.task..",
            "io.github.miscope.estimator..",
            "io.github.miscope.activation..",
            "io.github.miscope.inference..",
            "io.github.miscope.plan..",
            "io.github.miscope.plane..",
            "io.github.miscope.sweep..")
        .check(CORE);
  }

  /** Every long work is a plan: what runs plans knows none of them. */
  @Test
  void theRunnerKnowsNoEstimation() {
    noClasses()
        .that()
        .resideInAPackage("io.github.miscope.plan..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.miscope.sample..",
            "io.github.miscope.scaling..",
            "io.github.miscope.task..",
            "io.github.miscope.estimator..",
            "io.github.miscope.activation..",
            "io.github.miscope.inference..",
            "io.github.miscope.plane..",
            "io.github.miscope.sweep..")
        .check(CORE);
  }

  /** What an estimator can do is asked of it, and a decorator answers for what it decorates. */
  @Test
  void nobodyLooksForEstimatorsOfOtherPackages() {
    classes().should(notLookForOtherEstimators()).check(CORE);
  }

  private static ArchCondition<JavaClass> notLookForOtherEstimators() {
    return new ArchCondition<>("ask for capabilities, not for classes of estimators") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (InstanceofCheck check : type.getInstanceofChecks()) {
          JavaClass tested = check.getRawType();
          if (!tested.isInterface()
              && ESTIMATORS.stream().anyMatch(tested::isAssignableTo)
              && !tested.getPackage().equals(type.getPackage())) {
            events.add(
                SimpleConditionEvent.violated(
                    type, check.getOwner().getFullName() + " tests for " + tested.getName()));
          }
        }
      }
    };
  }

  @Test
  void helpForEstimatorsStaysWithEstimators() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.miscope.estimator..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.miscope.estimator.internal..")
        .check(CORE);
  }

  @Test
  void theCoreKnowsNothingAboveIt() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "kotlin..",
            "org.jetbrains..",
            "org.bytedeco..",
            "org.apache.spark..",
            "io.github.miscope.dsl..",
            "io.github.miscope.jupyter..",
            "io.github.miscope.neural..",
            "io.github.miscope.spark..")
        .check(CORE);
  }

  /** Digits, points and letters of files and messages are the same everywhere. */
  @Test
  void nothingDependsOnTheDefaultLocale() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "toLowerCase")
        .orShould()
        .callMethod(String.class, "toUpperCase")
        .check(CORE);
  }

  /** A file is written as a whole, or appended to by a journal that knows half a line. */
  @Test
  void filesAreWrittenInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.github.miscope.file..", "io.github.miscope.internal.file..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            FileOutputStream.class, FileWriter.class, RandomAccessFile.class, FileChannel.class)
        .orShould()
        .callMethodWhere(
            describe(
                "it writes",
                call ->
                    call.getTargetOwner().isEquivalentTo(Files.class)
                        && WRITERS.contains(call.getName())))
        .check(CORE);
  }
}
