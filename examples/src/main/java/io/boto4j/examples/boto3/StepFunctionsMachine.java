package io.boto4j.examples.boto3;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates a state machine, starts an execution, and stops it. */
class StepFunctionsMachine {
  static final Client stepfunctions = Session.create().client("stepfunctions");

  static Optional<String> find(String name) {
    return stepfunctions.items("ListStateMachines").stream()
        .filter(machine -> machine.text("name").equals(name))
        .map(machine -> machine.text("stateMachineArn"))
        .findFirst();
  }

  public static void main(String[] args) {
    var trust = Json.write(Map.of("Version", "2012-10-17", "Statement", List.of(Map.of(
        "Effect", "Allow", "Principal", Map.of("Service", "states.amazonaws.com"), "Action", "sts:AssumeRole"))));
    var role = Session.create().client("iam")
        .call("CreateRole", Params.of("RoleName", "machine-role", "AssumeRolePolicyDocument", trust));
    var definition = Json.write(Map.of(
        "StartAt", "Think",
        "States", Map.of(
            "Think", Map.of("Type", "Wait", "Seconds", 60, "Next", "Hello"),
            "Hello", Map.of("Type", "Pass", "Result", "World", "End", true))));
    System.out.println(find("hello").isPresent() ? "machine found" : "no machine yet");
    var arn = stepfunctions.call("CreateStateMachine", Params.of(
        "name", "hello",
        "definition", definition,
        "roleArn", role.text("Role", "Arn"))).text("stateMachineArn");
    System.out.println(find("hello").orElseThrow());

    var described = stepfunctions.call("DescribeStateMachine", Params.of("stateMachineArn", arn));
    System.out.println(described.text("status") + ", starts at "
        + Json.read(described.text("definition"), Structure.class).text("StartAt"));
    var start = Params.of("stateMachineArn", arn, "name", "run-1", "input", Json.write(Map.of("n", 1)));
    var run = stepfunctions.call("StartExecution", start).text("executionArn");
    var execution = stepfunctions.call("DescribeExecution", Params.of("executionArn", run));
    System.out.println("input " + execution.text("input"));
    try {
      stepfunctions.call("StartExecution", start.with("input", Json.write(Map.of("n", 2))));
    } catch (ServiceException e) {
      e.rethrowUnless("ExecutionAlreadyExists");
      System.out.println("run-1 exists already");
    }
    stepfunctions.call("StopExecution", Params.of("executionArn", run, "error", "Enough", "cause", "seen enough"));
    var aborted = Params.of("stateMachineArn", arn, "statusFilter", "ABORTED");
    for (var each : stepfunctions.items("ListExecutions", aborted)) {
      System.out.println(each.text("name") + " " + each.text("status"));
    }
    stepfunctions.call("DeleteStateMachine", Params.of("stateMachineArn", arn));
  }
}
