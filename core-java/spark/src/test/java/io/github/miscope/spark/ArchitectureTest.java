package io.github.miscope.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.miscope.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The module sees the core and Spark, and nothing above or beside it. */
class ArchitectureTest {

  private static final JavaClasses SPARK = ArchitectureRules.classesOf("io.github.miscope.spark");

  @Test
  void itKnowsNothingAboveOrBesideIt() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "kotlin..",
            "org.jetbrains..",
            "org.bytedeco..",
            "io.github.miscope.dsl..",
            "io.github.miscope.jupyter..",
            "io.github.miscope.neural..")
        .check(SPARK);
  }

  /** Who calls them may lack Spark, and is then told so. */
  @Test
  void whatIsPublicNamesNothingOfSpark() {
    noClasses()
        .that()
        .resideInAPackage("io.github.miscope.spark")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
        .check(SPARK);
  }

  @Test
  void packagesHaveNoCycles() {
    ArchitectureRules.noCirclesOfPackages().check(SPARK);
  }
}
