package io.github.miscope.neural;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.miscope.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The shape of this module: it stands on the core, and its API does not show libtorch. */
class NeuralArchitectureTest {

  private static final JavaClasses NEURAL = ArchitectureRules.classesOf("io.github.miscope.neural");

  @Test
  void packagesHaveNoCycles() {
    ArchitectureRules.noCirclesOfPackages().check(NEURAL);
  }

  @Test
  void topLevelPackagesHaveNoCycles() {
    ArchitectureRules.noCirclesOfTopLevelPackages("io.github.miscope.neural").check(NEURAL);
  }

  @Test
  void nobodyLooksForEstimatorsOfOtherPackages() {
    ArchitectureRules.nobodyLooksForEstimatorsOfOtherPackages().check(NEURAL);
  }

  @Test
  void nothingAboveTheCoreIsKnown() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "kotlin..",
            "org.jetbrains..",
            "org.apache.spark..",
            "io.github.miscope.dsl..",
            "io.github.miscope.jupyter..",
            "io.github.miscope.spark..")
        .check(NEURAL);
  }

  @Test
  void onlyTheInsideNamesLibtorch() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.github.miscope.neural.internal", "io.github.miscope.neural.libtorch")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bytedeco..")
        .check(NEURAL);
  }
}
