package io.github.miscope.estimator.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.miscope.estimator.ConditionalEstimatorContract;
import io.github.miscope.estimator.EntropyEstimatorContract;
import io.github.miscope.estimator.EstimatorContract;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue names every preset once, and every preset keeps its contract. */
class CatalogueTest {

  /** Presets without a contract test of their own, and why. */
  private static final Map<String, String> EXEMPT =
      Map.of(
          "ksgLnc", "under contract with k = 10, as the contract's data of six dimensions need it",
          "discreteEntropy", "the contract is that of differential entropies");

  @Test
  void everyPresetIsInTheCatalogue() {
    Set<String> listed =
        Catalogue.entries().stream().map(Catalogue.Entry::name).collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    for (Class<?> presets : List.of(Presets.class, Entropies.class)) {
      for (Method method : presets.getDeclaredMethods()) {
        // Compositions of other presets, and variants of one, are not rows of their own.
        if (Modifier.isPublic(method.getModifiers()) && !listed.contains(method.getName())) {
          missing.add(method.getName());
        }
      }
    }
    assertEquals(
        Set.of("byType", "conditionalByType", "gaussianEntropyShrunk", "kdeEntropyLeastSquares"),
        missing);
    assertEquals(Catalogue.entries().size(), listed.size(), "a name stands for two presets");
  }

  @Test
  void everyRowSaysSomething() {
    for (Catalogue.Entry entry : Catalogue.entries()) {
      assertFalse(entry.summary().isBlank(), entry.name());
      assertFalse(entry.useWhen().isBlank(), entry.name());
      assertFalse(entry.source().isBlank(), entry.name());
    }
  }

  @Test
  void everyPresetHasAContractTest() throws ReflectiveOperationException {
    List<Object> tested = estimatorsUnderContract();
    Set<String> without = new TreeSet<>();
    for (Catalogue.Entry entry : Catalogue.entries()) {
      if (entry.estimator().isPresent()
          && !tested.contains(entry.estimator().get())
          && !EXEMPT.containsKey(entry.name())) {
        without.add(entry.name());
      }
    }
    assertTrue(without.isEmpty(), "presets without a contract test: " + without);
  }

  /** What the subclasses of the contracts, in the tests of this module, say that they test. */
  private static List<Object> estimatorsUnderContract() throws ReflectiveOperationException {
    List<Object> estimators = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .importUrl(CatalogueTest.class.getProtectionDomain().getCodeSource().getLocation())) {
      boolean isContract =
          Stream.of(
                  EstimatorContract.class,
                  EntropyEstimatorContract.class,
                  ConditionalEstimatorContract.class)
              .anyMatch(type::isAssignableTo);
      if (isContract && !type.getModifiers().contains(JavaModifier.ABSTRACT)) {
        estimators.add(estimatorOf(type.reflect()));
      }
    }
    return estimators;
  }

  private static Object estimatorOf(Class<?> test) throws ReflectiveOperationException {
    for (Class<?> type = test; type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals("estimator")) {
          field.setAccessible(true);
          return field.get(instance(test));
        }
      }
    }
    throw new NoSuchFieldException("estimator of " + test);
  }

  /** A test class, or one nested in another. */
  private static Object instance(Class<?> test) throws ReflectiveOperationException {
    Class<?> outer = test.getEnclosingClass();
    Constructor<?> constructor = test.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    return constructor.getParameterCount() == 0
        ? constructor.newInstance()
        : constructor.newInstance(instance(outer));
  }
}
