package io.github.miscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.miscope.estimator.ConditionalMutualInformationEstimator;
import io.github.miscope.estimator.EntropyEstimator;
import io.github.miscope.estimator.EstimatorWrapper;
import io.github.miscope.estimator.MutualInformationEstimator;
import java.util.List;

/** Rules that hold in every module. */
public final class ArchitectureRules {

  private static final List<Class<?>> ESTIMATORS =
      List.of(
          MutualInformationEstimator.class,
          ConditionalMutualInformationEstimator.class,
          EntropyEstimator.class);

  private ArchitectureRules() {}

  /** The classes of a package and of those below it, without tests. */
  public static JavaClasses classesOf(String root) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(root);
  }

  /** No package depends on itself through others. */
  public static ArchRule noCirclesOfPackages() {
    return slices().matching("io.github.miscope.(**)").should().beFreeOfCycles();
  }

  /** The same, with all packages below one that stands directly below the root taken as one. */
  public static ArchRule noCirclesOfTopLevelPackages(String root) {
    return slices().matching(root + ".(*)..").should().beFreeOfCycles();
  }

  /** The first packages use none of the second ones. */
  public static ArchRule noDependency(String from, String... to) {
    return noClasses()
        .that()
        .resideInAPackage(from)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(to);
  }

  /** What an estimator can do is asked of it, and a decorator answers for what it decorates. */
  public static ArchRule nobodyLooksForEstimatorsOfOtherPackages() {
    return classes().should(notLookForOtherEstimators());
  }

  private static ArchCondition<JavaClass> notLookForOtherEstimators() {
    return new ArchCondition<>("ask for capabilities, not for classes of estimators") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (InstanceofCheck check : type.getInstanceofChecks()) {
          JavaClass tested = check.getRawType();
          if (isEstimator(tested) && !tested.getPackage().equals(type.getPackage())) {
            events.add(
                SimpleConditionEvent.violated(
                    type, check.getOwner().getFullName() + " tests for " + tested.getName()));
          }
        }
      }
    };
  }

  private static boolean isEstimator(JavaClass tested) {
    return tested.isEquivalentTo(EstimatorWrapper.class)
        || (!tested.isInterface() && ESTIMATORS.stream().anyMatch(tested::isAssignableTo));
  }
}
