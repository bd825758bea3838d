package io.boto4j.dashboard.web;

import io.boto4j.dashboard.ledger.Summary.Month;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A month in the chart, in units of its drawing.
 *
 * @param month the month, with its amounts
 * @param x the left edge
 * @param income the height of the income
 * @param spending the height of the spending
 */
public record Bar(Month month, int x, int income, int spending) {
  /** The height of the highest bar. */
  public static final int HEIGHT = 120;

  private static final int STEP = 64;

  static List<Bar> of(List<Month> months) {
    double highest = 1;
    for (Month month : months) {
      highest = Math.max(highest, month.income().max(month.spending()).doubleValue());
    }
    List<Bar> bars = new ArrayList<>();
    for (Month month : months) {
      bars.add(
          new Bar(
              month,
              bars.size() * STEP,
              height(month.income(), highest),
              height(month.spending(), highest)));
    }
    return bars;
  }

  private static int height(BigDecimal amount, double highest) {
    return (int) Math.round(amount.doubleValue() * HEIGHT / highest);
  }
}
