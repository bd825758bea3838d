package io.boto4j.spark.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.local.LocalAws;
import io.boto4j.spark.internal.RateLimit;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.junit.jupiter.api.Test;

final class ReadMetricsTest {
  private final AtomicLong now = new AtomicLong();

  private ReadMetrics metrics(double perSecond) {
    return new ReadMetrics(
        new RateLimit(perSecond, now::get, pause -> now.addAndGet(pause.toNanos())));
  }

  private static String text(ReadMetrics metrics) {
    return Arrays.stream(metrics.values())
        .map(metric -> metric.name() + "=" + metric.value())
        .toList()
        .toString();
  }

  @Test
  void everyAttempt_isCountedAndTakesFromTheRate() {
    try (LocalAws aws = LocalAws.start()) {
      ReadMetrics metrics = metrics(5);
      Client client =
          aws.sessionBuilder().sleeper(pause -> {}).build().client("dynamodb").with(metrics);
      aws.faults().throttle("dynamodb", 1);
      assertThatThrownBy(() -> client.call("ListTables"))
          .hasMessageContaining("ThrottlingException");
      long attempts = metrics.values()[0].value();
      assertThat(attempts).isGreaterThan(1);
      assertThat(text(metrics))
          .startsWith("[requests=" + attempts + ", retries=" + (attempts - 1) + ", throttles=");
      aws.faults().clear();
      for (int i = 0; i < 20; i++) {
        client.call("ListTables");
      }
      assertThat(Duration.ofNanos(now.get()))
          .isBetween(
              Duration.ofMillis(200 * (attempts + 14)), Duration.ofMillis(200 * (attempts + 17)));
    }
  }

  @Test
  void counts_ofTwoPartitionsOfATask_areAdded() {
    ReadMetrics first = metrics(1);
    first.item();
    ReadMetrics second = metrics(1);
    second.item();
    CustomTaskMetric sum = first.values()[3].mergeWith(second.values()[3]);
    assertThat(sum.name() + sum.value()).isEqualTo("items2");
  }
}
