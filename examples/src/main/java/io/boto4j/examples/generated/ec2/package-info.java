/** Generated types of Amazon EC2. */
@Generate(
    service = "ec2",
    operations = {
      "AuthorizeSecurityGroupIngress",
      "CreateSecurityGroup",
      "DeleteSecurityGroup",
      "DescribeImages",
      "DescribeInstances",
      "DescribeRegions",
      "DescribeSecurityGroups",
      "DescribeVpcs",
      "RunInstances",
      "StartInstances",
      "StopInstances",
      "TerminateInstances"
    })
package io.boto4j.examples.generated.ec2;

import io.boto4j.typed.Generate;
