package io.boto4j.benchmarks.run;

import java.util.Arrays;
import java.util.List;

/** Medians: a single round at a busy moment does not change them. */
public final class Medians {
  private Medians() {}

  /**
   * Returns the median.
   *
   * @param values at least one value; not changed
   * @return the middle value, or the mean of the two in the middle
   */
  public static double of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * Returns the median.
   *
   * @param values at least one value
   * @return the middle value, or the mean of the two in the middle
   */
  public static double of(List<Double> values) {
    double[] array = new double[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return of(array);
  }
}
