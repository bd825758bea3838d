package io.boto4j.examples.boto3;

import io.boto4j.Params;
import io.boto4j.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records a metric, lists metrics, and creates and describes an alarm. */
class CloudWatchAlarms {
  public static void main(String[] args) {
    var cloudwatch = Session.create().client("cloudwatch");
    var page = List.of(Map.of("Name", "Page", "Value", "home"));
    cloudwatch.call("PutMetricData", Params.of(
        "Namespace", "Site/Traffic",
        "MetricData", List.of(
            Map.of("MetricName", "Visits", "Dimensions", page, "Unit", "Count", "Value", 40.0),
            Map.of("MetricName", "Visits", "Dimensions", page, "Unit", "Count", "Value", 2.5))));
    for (var metric : cloudwatch.items("ListMetrics", Params.of("Namespace", "Site/Traffic"))) {
      System.out.println(metric.text("Namespace") + " " + metric.text("MetricName") + " of "
          + metric.structures("Dimensions").get(0).text("Value"));
    }

    cloudwatch.call("PutMetricAlarm", Params.of(
        "AlarmName", "high-cpu",
        "AlarmDescription", "CPU above 70 %",
        "Namespace", "AWS/EC2",
        "MetricName", "CPUUtilization",
        "Dimensions", List.of(Map.of("Name", "InstanceId", "Value", "i-12345678")),
        "Statistic", "Average",
        "Period", 60,
        "EvaluationPeriods", 1,
        "ComparisonOperator", "GreaterThanThreshold",
        "Threshold", 70.0,
        "Unit", "Percent",
        "ActionsEnabled", false));
    for (var alarm : cloudwatch.items("DescribeAlarms", Params.of("AlarmNamePrefix", "high"))) {
      System.out.println(alarm.text("AlarmName") + " above " + alarm.real("Threshold") + " for "
          + alarm.integer("Period") + " s, actions " + (alarm.bool("ActionsEnabled") ? "on" : "off"));
    }

    var statistics = cloudwatch.call("GetMetricStatistics", Params.of(
        "Namespace", "Site/Traffic",
        "MetricName", "Visits",
        "Dimensions", page,
        "StartTime", Instant.now().minus(Duration.ofHours(1)),
        "EndTime", Instant.now().plus(Duration.ofMinutes(5)),
        "Period", 3600,
        "Statistics", List.of("Sum")));
    System.out.println("visits " + statistics.search("sum(Datapoints[].Sum)"));
    cloudwatch.call("DeleteAlarms", Params.of("AlarmNames", List.of("high-cpu")));
    System.out.println(cloudwatch.call("DescribeAlarms").structures("MetricAlarms").size() + " alarms left");
  }
}
