"""Records a metric, lists metrics, and creates and describes an alarm."""
from datetime import datetime, timedelta, timezone

import boto3

cloudwatch = boto3.client("cloudwatch")
page = [{"Name": "Page", "Value": "home"}]
cloudwatch.put_metric_data(Namespace="Site/Traffic", MetricData=[
    {"MetricName": "Visits", "Dimensions": page, "Unit": "Count", "Value": 40.0},
    {"MetricName": "Visits", "Dimensions": page, "Unit": "Count", "Value": 2.5},
])
for response in cloudwatch.get_paginator("list_metrics").paginate(Namespace="Site/Traffic"):
    for metric in response["Metrics"]:
        print(metric["Namespace"], metric["MetricName"], "of", metric["Dimensions"][0]["Value"])

cloudwatch.put_metric_alarm(
    AlarmName="high-cpu",
    AlarmDescription="CPU above 70 %",
    Namespace="AWS/EC2",
    MetricName="CPUUtilization",
    Dimensions=[{"Name": "InstanceId", "Value": "i-12345678"}],
    Statistic="Average",
    Period=60,
    EvaluationPeriods=1,
    ComparisonOperator="GreaterThanThreshold",
    Threshold=70.0,
    Unit="Percent",
    ActionsEnabled=False,
)
for response in cloudwatch.get_paginator("describe_alarms").paginate(AlarmNamePrefix="high"):
    for alarm in response["MetricAlarms"]:
        print(f"{alarm['AlarmName']} above {alarm['Threshold']} for {alarm['Period']} s,",
              "actions", "on" if alarm["ActionsEnabled"] else "off")

now = datetime.now(timezone.utc)
statistics = cloudwatch.get_metric_statistics(
    Namespace="Site/Traffic",
    MetricName="Visits",
    Dimensions=page,
    StartTime=now - timedelta(hours=1),
    EndTime=now + timedelta(minutes=5),
    Period=3600,
    Statistics=["Sum"],
)
print("visits", sum(each["Sum"] for each in statistics["Datapoints"]))
cloudwatch.delete_alarms(AlarmNames=["high-cpu"])
print(len(cloudwatch.describe_alarms()["MetricAlarms"]), "alarms left")
