package io.github.miscope.neural;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The shape of this module: it stands on the core, and its API does not show libtorch. */
class NeuralArchitectureTest {

  private static final JavaClasses NEURAL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.miscope.neural");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.github.miscope.neural.(**)").should().beFreeOfCycles().check(NEURAL);
  }

  @Test
  void topLevelPackagesHaveNoCycles() {
    slices().matching("io.github.miscope.neural.(*)..").should().beFreeOfCycles().check(NEURAL);
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
