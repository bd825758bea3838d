package io.boto4j.benchmarks.run;

import java.util.Arrays;
import java.util.List;

/** The middle of what was measured: one round on a busy moment does not move it. */
public final class Medians {
  private Medians() {}

  /**
   * The median.
   *
   * @param values at least one; not changed
   * @return the middle one, or what lies between the two in the middle
   */
  public static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * The median.
   *
   * @param values at least one
   * @return the middle one, or what lies between the two in the middle
   */
  public static double of(List<Double> values) {
    double[] array = new double[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return of(array);
  }
}
