package io.boto4j.benchmarks.plots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MedianTableTest {
  private final MedianTable table = new MedianTable();

  @Test
  void medians_severalRounds_areTheMiddleOnesInTheOrderOfTheCategories() {
    table.add("boto4j", "1", 30);
    table.add("boto4j", "16", 500);
    table.add("boto4j", "1", 10);
    table.add("boto4j", "1", 20);

    assertThat(table.categories()).containsExactly("1", "16");
    assertThat(table.medians("boto4j")).containsExactly(20.0, 500.0);
  }

  @Test
  void medians_categoryNotMeasured_isAbsent() {
    table.add("boto4j", "http", 1);
    table.add("boto3", "https", 2);

    assertThat(table.series()).containsExactly("boto4j", "boto3");
    assertThat(table.medians("boto4j")).containsExactly(1.0, null);
    assertThat(table.medians("boto3")).containsExactly(null, 2.0);
  }

  @Test
  void leastAndGreatest_areOfTheMedians_notOfARound() {
    table.add("a", "x", 1);
    table.add("a", "x", 2);
    table.add("a", "x", 100);
    table.add("b", "y", 5);

    assertThat(table.least()).isEqualTo(2);
    assertThat(table.greatest()).isEqualTo(5);
  }
}
