"""Records a metric, puts an alarm on it, changes its state, and deletes it."""
import boto3

cloudwatch = boto3.resource("cloudwatch")
metric = cloudwatch.Metric("Shop", "Orders")
metric.put_data(MetricData=[{"MetricName": "Orders", "Value": 3}])
for each in cloudwatch.metrics.filter(Namespace="Shop"):
    print(each)

alarm = metric.put_alarm(
    AlarmName="few-orders", Statistic="Sum", Period=60,
    EvaluationPeriods=1, Threshold=1.0, ComparisonOperator="LessThanThreshold")
print(alarm.comparison_operator, int(alarm.threshold))
print(str(alarm.metric == metric).lower())
print("[" + ", ".join(str(each) for each in metric.alarms.all()) + "]")

alarm.set_state(StateValue="ALARM", StateReason="a test")
print(alarm.state_value + ": " + alarm.state_reason)
cloudwatch.alarms.filter(AlarmNamePrefix="few").delete()
print("alarms:", len(list(cloudwatch.alarms.all())))
