package io.boto4j.examples.generated;

import io.boto4j.Session;
import io.boto4j.examples.generated.cloudwatch.CloudWatch;
import io.boto4j.examples.generated.cloudwatch.ComparisonOperator;
import io.boto4j.examples.generated.cloudwatch.Datapoint;
import io.boto4j.examples.generated.cloudwatch.DeleteAlarmsRequest;
import io.boto4j.examples.generated.cloudwatch.DescribeAlarmsRequest;
import io.boto4j.examples.generated.cloudwatch.Dimension;
import io.boto4j.examples.generated.cloudwatch.GetMetricStatisticsRequest;
import io.boto4j.examples.generated.cloudwatch.ListMetricsRequest;
import io.boto4j.examples.generated.cloudwatch.MetricDatum;
import io.boto4j.examples.generated.cloudwatch.PutMetricAlarmRequest;
import io.boto4j.examples.generated.cloudwatch.PutMetricDataRequest;
import io.boto4j.examples.generated.cloudwatch.StandardUnit;
import io.boto4j.examples.generated.cloudwatch.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Records a metric, lists metrics, and creates and describes an alarm. */
class CloudWatchAlarms {
  public static void main(String[] args) {
    var cloudwatch = CloudWatch.of(Session.create().client("cloudwatch"));
    var page = Dimension.of("Page", "home");
    var visits = MetricDatum.of("Visits").dimensions(page).unit(StandardUnit.COUNT);
    cloudwatch.putMetricData(PutMetricDataRequest.of("Site/Traffic").metricData(visits.value(40.0), visits.value(2.5)));
    for (var metric : cloudwatch.listMetricsItems(ListMetricsRequest.of().namespace("Site/Traffic"))) {
      System.out.println(metric.namespace() + " " + metric.metricName() + " of " + metric.dimensions().get(0).value());
    }

    cloudwatch.putMetricAlarm(PutMetricAlarmRequest.of("high-cpu")
        .alarmDescription("CPU above 70 %")
        .namespace("AWS/EC2")
        .metricName("CPUUtilization")
        .dimensions(Dimension.of("InstanceId", "i-12345678"))
        .statistic(Statistic.AVERAGE)
        .period(60)
        .evaluationPeriods(1)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
        .threshold(70.0)
        .unit(StandardUnit.PERCENT)
        .actionsEnabled(false));
    for (var alarm : cloudwatch.describeAlarmsItems(DescribeAlarmsRequest.of().alarmNamePrefix("high"))) {
      System.out.println(alarm.alarmName() + " above " + alarm.threshold() + " for " + alarm.period() + " s, actions "
          + (alarm.actionsEnabled() ? "on" : "off"));
    }

    var hourAgo = Instant.now().minus(Duration.ofHours(1));
    var soon = Instant.now().plus(Duration.ofMinutes(5));
    var statistics = cloudwatch.getMetricStatistics(
        GetMetricStatisticsRequest.of("Site/Traffic", "Visits", hourAgo, soon, 3600)
            .dimensions(page)
            .statistics(Statistic.SUM));
    System.out.println("visits " + statistics.datapoints().stream().mapToDouble(Datapoint::sum).sum());
    cloudwatch.deleteAlarms(DeleteAlarmsRequest.of(List.of("high-cpu")));
    System.out.println(cloudwatch.describeAlarms().metricAlarms().size() + " alarms left");
  }
}
