package io.boto4j.examples.generated;

import io.boto4j.Json;
import io.boto4j.Name;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.examples.generated.iam.CreateRoleRequest;
import io.boto4j.examples.generated.iam.Iam;
import io.boto4j.examples.generated.stepfunctions.CreateStateMachineRequest;
import io.boto4j.examples.generated.stepfunctions.DeleteStateMachineRequest;
import io.boto4j.examples.generated.stepfunctions.DescribeExecutionRequest;
import io.boto4j.examples.generated.stepfunctions.DescribeStateMachineRequest;
import io.boto4j.examples.generated.stepfunctions.ExecutionStatus;
import io.boto4j.examples.generated.stepfunctions.ListExecutionsRequest;
import io.boto4j.examples.generated.stepfunctions.Sfn;
import io.boto4j.examples.generated.stepfunctions.StartExecutionRequest;
import io.boto4j.examples.generated.stepfunctions.StateMachineListItem;
import io.boto4j.examples.generated.stepfunctions.StopExecutionRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates a state machine, starts an execution, and stops it. */
class StepFunctionsMachine {
  record Definition(@Name("StartAt") String startAt) {}

  static final Sfn stepfunctions = Sfn.of(Session.create().client("stepfunctions"));

  static Optional<String> find(String name) {
    return stepfunctions.listStateMachinesItems().stream()
        .filter(machine -> machine.name().equals(name))
        .map(StateMachineListItem::stateMachineArn)
        .findFirst();
  }

  public static void main(String[] args) {
    var trust = Json.write(Map.of("Version", "2012-10-17", "Statement", List.of(Map.of(
        "Effect", "Allow", "Principal", Map.of("Service", "states.amazonaws.com"), "Action", "sts:AssumeRole"))));
    var iam = Iam.of(Session.create().client("iam"));
    var role = iam.createRole(CreateRoleRequest.of("machine-role", trust)).role();
    var definition = Json.write(Map.of(
        "StartAt", "Think",
        "States", Map.of(
            "Think", Map.of("Type", "Wait", "Seconds", 60, "Next", "Hello"),
            "Hello", Map.of("Type", "Pass", "Result", "World", "End", true))));
    System.out.println(find("hello").isPresent() ? "machine found" : "no machine yet");
    var machine = CreateStateMachineRequest.of("hello", definition, role.arn());
    var arn = stepfunctions.createStateMachine(machine).stateMachineArn();
    System.out.println(find("hello").orElseThrow());

    var described = stepfunctions.describeStateMachine(DescribeStateMachineRequest.of(arn));
    System.out.println(described.status() + ", starts at "
        + Json.read(described.definition(), Definition.class).startAt());
    var start = StartExecutionRequest.of(arn).name("run-1").input(Json.write(Map.of("n", 1)));
    var run = stepfunctions.startExecution(start).executionArn();
    var execution = stepfunctions.describeExecution(DescribeExecutionRequest.of(run));
    System.out.println("input " + execution.input());
    try {
      stepfunctions.startExecution(start.input(Json.write(Map.of("n", 2))));
    } catch (ServiceException e) {
      e.rethrowUnless("ExecutionAlreadyExists");
      System.out.println("run-1 exists already");
    }
    stepfunctions.stopExecution(StopExecutionRequest.of(run).error("Enough").cause("seen enough"));
    var aborted = ListExecutionsRequest.of().stateMachineArn(arn).statusFilter(ExecutionStatus.ABORTED);
    for (var each : stepfunctions.listExecutionsItems(aborted)) {
      System.out.println(each.name() + " " + each.status());
    }
    stepfunctions.deleteStateMachine(DeleteStateMachineRequest.of(arn));
  }
}
