package io.github.miscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shape of the core: no circles, no Kotlin, no plots, no native code. */
class ArchitectureTest {

  private static final JavaClasses CORE = ArchitectureRules.classesOf("io.github.miscope");

  /** What estimation is about: packages that what lies below them does not know. */
  private static final String[] DOMAIN = {
    "io.github.miscope.sample..",
    "io.github.miscope.scaling..",
    "io.github.miscope.encoder..",
    "io.github.miscope.task..",
    "io.github.miscope.estimator..",
    "io.github.miscope.activation..",
    "io.github.miscope.inference..",
    "io.github.miscope.plane..",
    "io.github.miscope.sweep.."
  };

  private static final Set<String> WRITERS =
      Set.of("write", "writeString", "newBufferedWriter", "newOutputStream", "copy", "move");

  @Test
  void packagesHaveNoCycles() {
    ArchitectureRules.noCirclesOfPackages().check(CORE);
  }

  @Test
  void topLevelPackagesHaveNoCycles() {
    ArchitectureRules.noCirclesOfTopLevelPackages("io.github.miscope").check(CORE);
  }

  @Test
  void numericsKnowNoDomain() {
    ArchitectureRules.noDependency("io.github.miscope.internal..", DOMAIN).check(CORE);
    ArchitectureRules.noDependency("io.github.miscope.internal..", "io.github.miscope.plan..")
        .check(CORE);
  }

  /** Every long work is a plan: what runs plans knows none of them. */
  @Test
  void theRunnerKnowsNoEstimation() {
    ArchitectureRules.noDependency("io.github.miscope.plan..", DOMAIN).check(CORE);
  }

  @Test
  void nobodyLooksForEstimatorsOfOtherPackages() {
    ArchitectureRules.nobodyLooksForEstimatorsOfOtherPackages().check(CORE);
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
