package io.boto4j.benchmarks.run;

import java.util.ArrayList;
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

  /**
   * Returns the differences of the same rounds.
   *
   * @param values one value per round
   * @param bases one value per round, which is subtracted
   * @return one difference per round
   */
  public static List<Double> differences(List<Double> values, List<Double> bases) {
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      differences.add(values.get(i) - bases.get(i));
    }
    return differences;
  }

  /**
   * Returns the ratios of the same rounds.
   *
   * @param values one value per round
   * @param bases one value per round, by which it is divided
   * @return one ratio per round
   */
  public static List<Double> ratios(List<Double> values, List<Double> bases) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ratios.add(values.get(i) / bases.get(i));
    }
    return ratios;
  }
}
