package io.boto4j.examples.interfaces;

import io.boto4j.Json;
import io.boto4j.Name;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Creates a state machine, starts an execution, and stops it. */
class StepFunctionsMachine {
  record Machine(String name, String stateMachineArn) {}

  record Description(String status, String definition) {}

  record Definition(@Name("StartAt") String startAt) {}

  record Execution(String name, String status) {}

  @Service("iam")
  interface Iam {
    @Operation("CreateRole") @Result("Role.Arn")
    String createRole(@Param("RoleName") String name, @Param("AssumeRolePolicyDocument") String trust);
  }

  @Service("stepfunctions")
  interface StepFunctions {
    @Operation("ListStateMachines") Stream<Machine> machines();

    @Operation("CreateStateMachine") @Result("stateMachineArn")
    String create(@Param("name") String name, @Param("definition") String definition, @Param("roleArn") String role);

    @Operation("DescribeStateMachine") Description describe(@Param("stateMachineArn") String machine);

    @Operation("StartExecution") @Result("executionArn")
    String start(@Param("stateMachineArn") String machine, @Param("name") String name, @Param("input") String input);

    @Operation("DescribeExecution") @Result("input") String inputOf(@Param("executionArn") String execution);

    @Operation("StopExecution")
    void stop(@Param("executionArn") String execution, @Param("error") String error, @Param("cause") String cause);

    @Operation("ListExecutions")
    Iterable<Execution> executions(@Param("stateMachineArn") String machine, @Param("statusFilter") String status);

    @Operation("DeleteStateMachine") void delete(@Param("stateMachineArn") String machine);

    default Optional<String> find(String name) {
      return machines().filter(machine -> machine.name().equals(name)).map(Machine::stateMachineArn).findFirst();
    }
  }

  public static void main(String[] args) {
    var session = Session.create();
    var trust = Json.write(Map.of("Version", "2012-10-17", "Statement", List.of(Map.of(
        "Effect", "Allow", "Principal", Map.of("Service", "states.amazonaws.com"), "Action", "sts:AssumeRole"))));
    var role = Typed.of(session, Iam.class).createRole("machine-role", trust);
    var definition = Json.write(Map.of(
        "StartAt", "Think",
        "States", Map.of(
            "Think", Map.of("Type", "Wait", "Seconds", 60, "Next", "Hello"),
            "Hello", Map.of("Type", "Pass", "Result", "World", "End", true))));
    var stepfunctions = Typed.of(session, StepFunctions.class);
    System.out.println(stepfunctions.find("hello").isPresent() ? "machine found" : "no machine yet");
    var arn = stepfunctions.create("hello", definition, role);
    System.out.println(stepfunctions.find("hello").orElseThrow());

    var described = stepfunctions.describe(arn);
    System.out.println(described.status() + ", starts at "
        + Json.read(described.definition(), Definition.class).startAt());
    var run = stepfunctions.start(arn, "run-1", Json.write(Map.of("n", 1)));
    System.out.println("input " + stepfunctions.inputOf(run));
    try {
      stepfunctions.start(arn, "run-1", Json.write(Map.of("n", 2)));
    } catch (ServiceException e) {
      e.rethrowUnless("ExecutionAlreadyExists");
      System.out.println("run-1 exists already");
    }
    stepfunctions.stop(run, "Enough", "seen enough");
    for (var each : stepfunctions.executions(arn, "ABORTED")) {
      System.out.println(each.name() + " " + each.status());
    }
    stepfunctions.delete(arn);
  }
}
