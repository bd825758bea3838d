package io.boto4j.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.EngineDoor;
import io.boto4j.local.sns.SnsEngineFactory;
import io.boto4j.local.sqs.SqsEngineFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CloudWatchEngineTest {
  private final EngineDoor door =
      new EngineDoor(new CloudWatchFactory(), new SnsEngineFactory(), new SqsEngineFactory());
  private final Client cloudwatch = door.client("cloudwatch");

  @AfterEach
  void close() {
    door.close();
  }

  private void put(String metric, double... values) {
    for (double value : values) {
      cloudwatch.call(
          "PutMetricData",
          Params.of(
              "Namespace",
              "app",
              "MetricData",
              List.of(Params.of("MetricName", metric, "Value", value))));
    }
    // Lets the alarms see the values.
    door.clock().advance(Duration.ZERO);
  }

  private Params window() {
    Instant now = door.clock().instant();
    return Params.of("StartTime", now.minusSeconds(600), "EndTime", now.plusSeconds(60));
  }

  private Structure statistics(String metric, Object... more) {
    return cloudwatch
        .call(
            "GetMetricStatistics",
            window()
                .with("Namespace", "app")
                .with("MetricName", metric)
                .with("Period", 3600)
                .with((String) more[0], more[1]))
        .structures("Datapoints")
        .get(0);
  }

  private static Params query(String id, String metric, String stat) {
    return Params.of(
        "Id",
        id,
        "MetricStat",
        Params.of(
            "Metric",
            Params.of("Namespace", "app", "MetricName", metric),
            "Period",
            3600,
            "Stat",
            stat),
        "ReturnData",
        false);
  }

  private List<Object> evaluate(String expression, Params... queries) {
    List<Object> all = new ArrayList<>(List.of((Object[]) queries));
    all.add(Params.of("Id", "e", "Expression", expression));
    return cloudwatch
        .call("GetMetricData", window().with("MetricDataQueries", all))
        .structures("MetricDataResults")
        .get(0)
        .list("Values");
  }

  @Test
  void statistics_areOfAllValuesInThePeriod() {
    put("latency", 1, 2, 3, 4);
    Structure point = statistics("latency", "Statistics", List.of("Average", "Sum", "Maximum"));
    assertThat(point.real("Average")).isEqualTo(2.5);
    assertThat(point.real("Sum")).isEqualTo(10.0);
    assertThat(point.real("Maximum")).isEqualTo(4.0);
    assertThat(point.real("Minimum")).isNull();
  }

  @Test
  void percentiles_areInterpolated() {
    put("latency", 10, 20, 30, 40, 50);
    Structure point =
        statistics("latency", "ExtendedStatistics", List.of("p50", "p90", "tm100", "PR(:30)"));
    Structure extended = point.map("ExtendedStatistics");
    assertThat(extended.real("p50")).isEqualTo(30.0);
    assertThat(extended.real("p90")).isEqualTo(46.0);
    assertThat(extended.real("tm100")).isEqualTo(30.0);
    assertThat(extended.real("PR(:30)")).isEqualTo(60.0);
  }

  @Test
  void expressions_computeOverMetrics() {
    put("errors", 5);
    put("calls", 20);
    Params errors = query("errors", "errors", "Sum");
    Params calls = query("calls", "calls", "Sum");
    assertThat(evaluate("100 * errors / calls", errors, calls)).containsExactly(25.0);
    assertThat(evaluate("IF(errors > 3, 1, 0)", errors, calls)).containsExactly(1.0);
    assertThat(evaluate("SUM(METRICS())", errors, calls)).containsExactly(25.0);
    assertThat(evaluate("-(errors + 1) ^ 2", errors, calls)).containsExactly(-36.0);
    assertThatThrownBy(() -> evaluate("SEARCH('x', 'y')", errors, calls))
        .hasMessageContaining("Error in expression");
    assertThatThrownBy(() -> evaluate("ANOMALY_DETECTION_BAND(errors)", errors, calls))
        .hasMessageContaining("does not emulate the function ANOMALY_DETECTION_BAND");
  }

  @Test
  void metricsOfOtherDimensions_areOthers() {
    for (String host : List.of("a", "b")) {
      cloudwatch.call(
          "PutMetricData",
          Params.of(
              "Namespace",
              "app",
              "MetricData",
              List.of(
                  Params.of(
                      "MetricName",
                      "load",
                      "Value",
                      1,
                      "Dimensions",
                      List.of(Params.of("Name", "host", "Value", host))))));
    }
    assertThat(cloudwatch.call("ListMetrics", Params.of("MetricName", "load")).list("Metrics"))
        .hasSize(2);
    assertThat(
            cloudwatch
                .call(
                    "GetMetricStatistics",
                    window()
                        .with("Namespace", "app")
                        .with("MetricName", "load")
                        .with("Period", 3600)
                        .with("Statistics", List.of("Sum")))
                .list("Datapoints"))
        .isEmpty();
  }

  private void alarm(String name, Object... more) {
    Params input =
        Params.of(
            "AlarmName",
            name,
            "MetricName",
            "errors",
            "Namespace",
            "app",
            "Statistic",
            "Sum",
            "Period",
            60,
            "EvaluationPeriods",
            1,
            "Threshold",
            3,
            "ComparisonOperator",
            "GreaterThanThreshold");
    for (int i = 0; i < more.length; i += 2) {
      input = input.with((String) more[i], more[i + 1]);
    }
    cloudwatch.call("PutMetricAlarm", input);
  }

  @Test
  void alarms_outsideTheDocumentedValues_areRefused() {
    assertThatThrownBy(() -> alarm("a", "Period", 7)).hasMessageContaining("multiple of 60");
    assertThatThrownBy(() -> alarm("a", "ComparisonOperator", "Around"))
        .hasMessageContaining("enum value set");
    assertThatThrownBy(() -> alarm("a", "ExtendedStatistic", "p90"))
        .hasMessageContaining("mutually exclusive");
    assertThatThrownBy(() -> alarm("a", "Statistic", null))
        .hasMessageContaining("must be specified");
    alarm("a", "Period", 10);
  }

  private String state(String name) {
    Structure alarms = cloudwatch.call("DescribeAlarms", Params.of("AlarmNames", List.of(name)));
    List<Structure> found = alarms.structures("MetricAlarms");
    return (found.isEmpty() ? alarms.structures("CompositeAlarms") : found)
        .get(0)
        .text("StateValue");
  }

  @Test
  void alarms_followValuesAndTheClock() {
    alarm("a");
    assertThat(state("a")).isEqualTo("INSUFFICIENT_DATA");
    put("errors", 1);
    assertThat(state("a")).isEqualTo("OK");
    put("errors", 5);
    assertThat(state("a")).isEqualTo("ALARM");
    door.clock().advance(Duration.ofMinutes(10));
    assertThat(state("a")).isEqualTo("INSUFFICIENT_DATA");
  }

  @Test
  void missingValues_areTreatedAsWished() {
    alarm("quiet", "TreatMissingData", "notBreaching");
    alarm("strict", "TreatMissingData", "breaching");
    door.clock().advance(Duration.ofMinutes(2));
    assertThat(state("quiet")).isEqualTo("OK");
    assertThat(state("strict")).isEqualTo("ALARM");
  }

  @Test
  void alarms_publishToTopics() {
    Client sns = door.client("sns");
    Client sqs = door.client("sqs");
    String topic = sns.call("CreateTopic", Params.of("Name", "t")).text("TopicArn");
    String queue = sqs.call("CreateQueue", Params.of("QueueName", "q")).text("QueueUrl");
    sns.call(
        "Subscribe",
        Params.of(
            "TopicArn",
            topic,
            "Protocol",
            "sqs",
            "Endpoint",
            "arn:aws:sqs:" + EngineDoor.REGION + ":" + EngineDoor.ACCOUNT + ":q"));
    alarm("a", "AlarmActions", List.of(topic));
    cloudwatch.call(
        "SetAlarmState",
        Params.of("AlarmName", "a", "StateValue", "ALARM", "StateReason", "by hand"));
    door.clock().advance(Duration.ofSeconds(1));
    List<Structure> messages =
        sqs.call("ReceiveMessage", Params.of("QueueUrl", queue, "WaitTimeSeconds", 5))
            .structures("Messages");
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).text("Body")).contains("NewStateValue", "by hand");
  }

  @Test
  void compositeAlarms_followOthers() {
    alarm("a");
    alarm("b");
    cloudwatch.call(
        "PutCompositeAlarm",
        Params.of("AlarmName", "both", "AlarmRule", "ALARM(\"a\") AND NOT OK(b)"));
    assertThat(state("both")).isEqualTo("OK");
    cloudwatch.call(
        "SetAlarmState", Params.of("AlarmName", "a", "StateValue", "ALARM", "StateReason", "x"));
    assertThat(state("both")).isEqualTo("ALARM");
    cloudwatch.call(
        "SetAlarmState", Params.of("AlarmName", "b", "StateValue", "OK", "StateReason", "x"));
    assertThat(state("both")).isEqualTo("OK");
    assertThatThrownBy(
            () ->
                cloudwatch.call(
                    "PutCompositeAlarm", Params.of("AlarmName", "c", "AlarmRule", "ALARM(a) AND")))
        .hasMessageContaining("AlarmRule");
    assertThat(
            cloudwatch
                .call("DescribeAlarmHistory", Params.of("AlarmName", "both"))
                .list("AlarmHistoryItems"))
        .hasSizeGreaterThan(2);
  }
}
