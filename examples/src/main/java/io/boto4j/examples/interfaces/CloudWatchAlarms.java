package io.boto4j.examples.interfaces;

import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.typed.Default;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records a metric, lists metrics, and creates and describes an alarm. */
class CloudWatchAlarms {
  record Dimension(String name, String value) {}

  record Datum(String metricName, List<Dimension> dimensions, String unit, double value) {}

  record Metric(String namespace, String metricName, List<Dimension> dimensions) {}

  record Alarm(String alarmName, double threshold, int period, boolean actionsEnabled) {}

  @Service("cloudwatch")
  interface CloudWatch {
    @Operation("PutMetricData")
    void record(@Param("Namespace") String namespace, @Param("MetricData") List<Datum> data);

    @Operation("ListMetrics") List<Metric> metrics(@Param("Namespace") String namespace);

    @Operation("PutMetricAlarm") void create(Map<String, ?> alarm);

    @Operation("DescribeAlarms") List<Alarm> alarms();

    @Operation("DescribeAlarms") List<Alarm> alarms(@Param("AlarmNamePrefix") String prefix);

    @Operation("GetMetricStatistics") @Result("sum(Datapoints[].Sum)")
    @Default(param = "Statistics", value = "[\"Sum\"]") @Default(param = "Period", value = "3600")
    double sum(@Param("Namespace") String namespace, @Param("MetricName") String metric,
        @Param("Dimensions") List<Dimension> dimensions,
        @Param("StartTime") Instant start, @Param("EndTime") Instant end);

    @Operation("DeleteAlarms") void delete(@Param("AlarmNames") String... names);
  }

  public static void main(String[] args) {
    var cloudwatch = Typed.of(Session.create(), CloudWatch.class);
    var page = List.of(new Dimension("Page", "home"));
    cloudwatch.record("Site/Traffic", List.of(
        new Datum("Visits", page, "Count", 40.0),
        new Datum("Visits", page, "Count", 2.5)));
    for (var metric : cloudwatch.metrics("Site/Traffic")) {
      System.out.println(metric.namespace() + " " + metric.metricName() + " of " + metric.dimensions().get(0).value());
    }

    cloudwatch.create(Params.of(
        "AlarmName", "high-cpu",
        "AlarmDescription", "CPU above 70 %",
        "Namespace", "AWS/EC2",
        "MetricName", "CPUUtilization",
        "Dimensions", List.of(new Dimension("InstanceId", "i-12345678")),
        "Statistic", "Average",
        "Period", 60,
        "EvaluationPeriods", 1,
        "ComparisonOperator", "GreaterThanThreshold",
        "Threshold", 70.0,
        "Unit", "Percent",
        "ActionsEnabled", false));
    for (var alarm : cloudwatch.alarms("high")) {
      System.out.println(alarm.alarmName() + " above " + alarm.threshold() + " for " + alarm.period() + " s, actions "
          + (alarm.actionsEnabled() ? "on" : "off"));
    }

    var hourAgo = Instant.now().minus(Duration.ofHours(1));
    var soon = Instant.now().plus(Duration.ofMinutes(5));
    System.out.println("visits " + cloudwatch.sum("Site/Traffic", "Visits", page, hourAgo, soon));
    cloudwatch.delete("high-cpu");
    System.out.println(cloudwatch.alarms().size() + " alarms left");
  }
}
