/** Generated types of Amazon CloudWatch. */
@Generate(
    service = "cloudwatch",
    operations = {
      "DeleteAlarms",
      "DescribeAlarms",
      "GetMetricStatistics",
      "ListMetrics",
      "PutMetricAlarm",
      "PutMetricData"
    })
package io.boto4j.examples.generated.cloudwatch;

import io.boto4j.typed.Generate;
