package io.boto4j.examples.resources;

import io.boto4j.Params;
import io.boto4j.Session;
import java.util.List;
import java.util.Map;

/** Records a metric, puts an alarm on it, changes its state, and deletes it. */
class CloudWatchAlarm {
  public static void main(String[] args) {
    var cloudwatch = Session.create().resource("cloudwatch");
    var metric = cloudwatch.resource("Metric", "Shop", "Orders");
    metric.action("put_data", Params.of("MetricData", List.of(Map.of("MetricName", "Orders", "Value", 3))));
    for (var each : cloudwatch.collection("metrics").filter(Params.of("Namespace", "Shop"))) {
      System.out.println(each);
    }

    var alarm = metric.run("put_alarm", Params.of("AlarmName", "few-orders", "Statistic", "Sum", "Period", 60,
        "EvaluationPeriods", 1, "Threshold", 1.0, "ComparisonOperator", "LessThanThreshold")).resource();
    System.out.println(alarm.text("comparison_operator") + " " + alarm.integer("threshold"));
    System.out.println(alarm.reference("metric").orElseThrow().equals(metric));
    System.out.println(metric.collection("alarms").toList());

    alarm.action("set_state", Params.of("StateValue", "ALARM", "StateReason", "a test"));
    System.out.println(alarm.text("state_value") + ": " + alarm.text("state_reason"));
    cloudwatch.collection("alarms").filter(Params.of("AlarmNamePrefix", "few")).batch("delete");
    System.out.println("alarms: " + cloudwatch.collection("alarms").toList().size());
  }
}
