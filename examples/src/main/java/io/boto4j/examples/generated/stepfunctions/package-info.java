/** Generated types of AWS Step Functions. */
@Generate(
    service = "stepfunctions",
    operations = {
      "CreateStateMachine",
      "DeleteStateMachine",
      "DescribeExecution",
      "DescribeStateMachine",
      "ListExecutions",
      "ListStateMachines",
      "StartExecution",
      "StopExecution"
    })
package io.boto4j.examples.generated.stepfunctions;

import io.boto4j.typed.Generate;
