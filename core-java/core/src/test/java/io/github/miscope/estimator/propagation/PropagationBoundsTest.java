package io.github.miscope.estimator.propagation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PropagationBoundsTest {

  @Test
  void gridSidesAreThoseOfThePaper() {
    // Section 9.4: beta = 0.1, epsilon = 0.01: 3 up to d = 11, 2 from 12 to 10^4.
    assertEquals(3, PropagationBounds.gridSide(1, 0.1, 0.01));
    assertEquals(3, PropagationBounds.gridSide(11, 0.1, 0.01));
    assertEquals(2, PropagationBounds.gridSide(12, 0.1, 0.01));
    assertEquals(2, PropagationBounds.gridSide(10_000, 0.1, 0.01));
  }

  @Test
  void leastDrawsAreAtLeastThoseOfTheExample() {
    // 2^(0.99 d) exp(-H_b(0.01)), and less if a bias is allowed.
    double binary = -0.01 * Math.log(0.01) - 0.99 * Math.log(0.99);
    for (int d : new int[] {12, 20, 100}) {
      double example = Math.pow(2, 0.99 * d) * Math.exp(-binary - 0.1);
      assertTrue(PropagationBounds.leastDraws(d, 0.1, 0.1) >= example);
      assertTrue(PropagationBounds.leastDraws(d, 0.1, 0.1) <= Math.pow(4, d));
    }
    double n = PropagationBounds.leastDraws(20, 0.1, 0.5);
    assertEquals(0.5, PropagationBounds.leastBias(20, 0.1, n), 1e-9);
    assertEquals(0, PropagationBounds.leastBias(1, 3, 100));
  }

  @Test
  void risksByHand() {
    // Remark 2: 2^(2+2) beta^-2 sqrt(2/n).
    assertEquals(
        16 * 100 * Math.sqrt(2e-4), PropagationBounds.boundedEntropyRisk(2, 0.1, 1e4), 1e-9);
    assertEquals(8 * Math.sqrt(1e-4), PropagationBounds.boundedEntropyRisk(1, 2, 1e4), 1e-12);
    // (7) with d = 1, beta = 1, mu = 0, K = 1: the width is 1 + 1/sqrt(2).
    double width = 1 + Math.sqrt(0.5);
    double expected =
        Math.sqrt(width) * Math.sqrt(8 * (32 + 3 * Math.pow(width, 4))) * Math.exp(3.0 / 16) / 10;
    assertEquals(expected, PropagationBounds.entropyRisk(1, 1, 0, 1, 100), 1e-12);
    // (11).
    assertEquals(
        2 * 0.3 + 5 * Math.log(5) / 40, PropagationBounds.informationRisk(0.3, 5, 0.5, 100), 1e-12);
    // (16) and (17).
    assertEquals(
        2 * 3 * 2.25 / 0.25 / 50, PropagationBounds.boundedIntegrationError(3, 0.5, 50), 1e-12);
    assertEquals(
        (9 + 8 * 3 * 4 + 3 * 12 * 2) / 10.0,
        PropagationBounds.momentIntegrationError(1, 1, 4, 10),
        1e-12);
    assertEquals(0.3, PropagationBounds.integrationError(3, 10), 1e-15);
  }

  @Test
  void explicitRiskByHand() {
    // beta^2 = 1/pi makes pi beta^2 = 1 and 4 pi beta^2 = 4.
    double beta = 1 / Math.sqrt(Math.PI);
    double n = 1e4;
    double side = 2 + 2 * beta * Math.sqrt(3 * Math.log(n));
    double pi = Math.PI;
    double c = 0.5 * Math.log(2) + pi;
    double outside = c * c + 2 * c * (pi + 1) + 8 * (1 + 3 / (pi * pi)) * pi * pi;
    double inside = Math.log(n * side) * Math.sqrt(side) / (2 * Math.sqrt(2)) / 100;
    assertEquals(
        inside + 2 * outside / n, PropagationBounds.explicitEntropyRisk(1, beta, n, 1), 1e-12);
    // d = 2: 4^(2/4) = 2, and the second term has 8 2 (2 + 2/pi^2 + 2/pi^2) pi^2.
    c *= 2;
    outside = c * c + 4 * c * (pi + 1) + 16 * (2 + 4 / (pi * pi)) * pi * pi;
    inside = Math.log(n * side * side) * side / 4 / 100;
    assertEquals(
        inside + 2 * outside / n, PropagationBounds.explicitEntropyRisk(2, beta, n, 1), 1e-12);
    // The smaller of the two for little noise and very many draws, n far above beta^-6, since it
    // grows like beta^(-d/2) there; 2^(d+2) beta^-d sqrt(d/n) is 8e4 / 1e15.
    assertTrue(PropagationBounds.explicitEntropyRisk(1, 1e-4, 1e30, 1) < 4e-12);
    assertEquals(8e-11, PropagationBounds.boundedEntropyRisk(1, 1e-4, 1e30), 1e-22);
  }

  @Test
  void drawsForARiskGiveThatRisk() {
    double n = PropagationBounds.boundedDrawsForRisk(0.8, 3, 0.1);
    double risk = PropagationBounds.boundedEntropyRisk(3, 0.1, n);
    assertEquals(0.8, PropagationBounds.informationRisk(risk, 3, 0.1, n), 1e-9);
    n = PropagationBounds.drawsForRisk(0.8, 3, 0.1, 0.2, 1);
    risk = PropagationBounds.entropyRisk(3, 0.1, 0.2, 1, n);
    assertEquals(0.8, PropagationBounds.informationRisk(risk, 3, 0.1, n), 1e-9);
  }

  @Test
  void refusals() {
    assertThrows(IllegalArgumentException.class, () -> PropagationBounds.leastDraws(0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> PropagationBounds.leastDraws(1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> PropagationBounds.leastDraws(1, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> PropagationBounds.gridSide(1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> PropagationBounds.integrationError(1, 0));
    assertThrows(
        IllegalArgumentException.class, () -> PropagationBounds.explicitEntropyRisk(1, 1, 1, 1));
    assertThrows(
        IllegalArgumentException.class, () -> PropagationBounds.explicitEntropyRisk(1, 1, 9, 0));
  }
}
