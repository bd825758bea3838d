package io.boto4j.local.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.EngineDoor;
import io.boto4j.local.dynamodb.DynamoDb;
import io.boto4j.local.world.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Step Functions with its interpreter. The definitions use single quotes for double ones. */
final class StepFunctionsEngineTest {
  private final EngineDoor door = new EngineDoor(new StepFunctionsFactory(), new DynamoDb());
  private final Client states = door.client("stepfunctions");
  private int number;

  @AfterEach
  void close() {
    door.close();
  }

  private String create(String definition) {
    number++;
    return String.valueOf(
        states
            .call(
                "CreateStateMachine",
                Params.of(
                    "name",
                    "machine-" + number,
                    "definition",
                    definition.replace('\'', '"').replace('~', '\''),
                    "roleArn",
                    "arn:aws:iam::123456789012:role/machine"))
            .text("stateMachineArn"));
  }

  private String start(String definition, String input) {
    return String.valueOf(
        states
            .call(
                "StartExecution",
                Params.of("stateMachineArn", create(definition), "input", input.replace('\'', '"')))
            .text("executionArn"));
  }

  /** Advances the clock until an execution ends. Tasks run on other threads. */
  private Structure end(String arn) throws InterruptedException {
    for (int i = 0; i < 500; i++) {
      door.clock().advance(Duration.ofSeconds(1));
      Structure execution = states.call("DescribeExecution", Params.of("executionArn", arn));
      if (!"RUNNING".equals(execution.text("status"))) {
        return execution;
      }
      Thread.sleep(2);
    }
    throw new AssertionError("The execution does not end");
  }

  private String output(String state, String input) throws InterruptedException {
    return String.valueOf(
        end(start("{'StartAt': 'A', 'States': {'A': " + state + "}}", input)).text("output"));
  }

  @Test
  void paths_chooseAndPlaceValues() throws InterruptedException {
    assertThat(
            output(
                "{'Type': 'Pass', 'InputPath': '$.a', 'Parameters': {'x.$': '$.b[1]', 'y': 1},"
                    + " 'ResultPath': '$.r.s', 'OutputPath': '$.r', 'End': true}",
                "{'a': {'b': [5, 6]}}"))
        .isEqualTo("{\"s\":{\"x\":6,\"y\":1}}");
    assertThat(
            output(
                "{'Type': 'Pass', 'Parameters': {'n.$': '$.l[?(@.p > 1)].q', 'all.$': '$..p'},"
                    + " 'End': true}",
                "{'l': [{'p': 1, 'q': 'a'}, {'p': 2, 'q': 'b'}]}"))
        .isEqualTo("{\"n\":[\"b\"],\"all\":[1,2]}");
  }

  @Test
  void functions_areEvaluated() throws InterruptedException {
    Map<String, String> expected =
        Map.of(
            "States.Format('{} is {}', $.n, $.v)", "\"x is 3\"",
            "States.ArrayRange(1, 9, 4)", "[1,5,9]",
            "States.ArrayPartition(States.Array(1, 2, 3), 2)", "[[1,2],[3]]",
            "States.MathAdd($.v, -1)", "2",
            "States.StringSplit('a,b', ',')", "[\"a\",\"b\"]",
            "States.Base64Decode(States.Base64Encode($.n))", "\"x\"",
            "States.ArrayContains($.l, 2)", "true",
            "States.JsonMerge($.o, States.StringToJson('{}'), false)", "{\"k\":1}");
    for (Map.Entry<String, String> each : expected.entrySet()) {
      // The quotes of functions are written as ~ until those of the definition are doubled.
      String definition =
          "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Parameters': {'r.$': '"
              + each.getKey().replace('\'', '~')
              + "'}, 'OutputPath': '$.r', 'End': true}}}";
      String arn = start(definition, "{'n': 'x', 'v': 3, 'l': [1, 2.0], 'o': {'k': 1}}");
      assertThat(end(arn).text("output")).as(each.getKey()).isEqualTo(each.getValue());
    }
  }

  @Test
  void choice_takesTheFirstRuleThatHolds() throws InterruptedException {
    String definition =
        "{'StartAt': 'C', 'States': {'C': {'Type': 'Choice', 'Choices': ["
            + "{'Not': {'Variable': '$.n', 'IsPresent': true}, 'Next': 'None'},"
            + "{'And': [{'Variable': '$.n', 'NumericGreaterThanEquals': 10}, {'Variable': '$.s',"
            + " 'StringMatches': 'a*z'}], 'Next': 'Big'}], 'Default': 'Small'},"
            + "'None': {'Type': 'Pass', 'Result': 'none', 'End': true},"
            + "'Big': {'Type': 'Pass', 'Result': 'big', 'End': true},"
            + "'Small': {'Type': 'Fail', 'Error': 'TooSmall', 'Cause': 'below ten'}}}";
    assertThat(end(start(definition, "{}")).text("output")).isEqualTo("\"none\"");
    assertThat(end(start(definition, "{'n': 10, 's': 'abcz'}")).text("output"))
        .isEqualTo("\"big\"");
    Structure failed = end(start(definition, "{'n': 1, 's': ''}"));
    assertThat(failed.text("status")).isEqualTo("FAILED");
    assertThat(failed.text("error")).isEqualTo("TooSmall");
    assertThat(failed.text("cause")).isEqualTo("below ten");
  }

  @Test
  void wait_followsTheClock_andCanBeStopped() {
    String definition =
        "{'StartAt': 'W', 'States': {'W': {'Type': 'Wait', 'SecondsPath': '$.s', 'End': true}}}";
    String arn = start(definition, "{'s': 3600}");
    Params execution = Params.of("executionArn", arn);
    // Lets the state be entered before the time goes on.
    door.clock().advance(Duration.ZERO);
    door.clock().advance(Duration.ofMinutes(59));
    assertThat(states.call("DescribeExecution", execution).text("status")).isEqualTo("RUNNING");
    door.clock().advance(Duration.ofMinutes(2));
    assertThat(states.call("DescribeExecution", execution).text("status")).isEqualTo("SUCCEEDED");
    Params other = Params.of("executionArn", start(definition, "{'s': 3600}"));
    states.call("StopExecution", other.with("error", "Enough"));
    assertThat(states.call("DescribeExecution", other).text("status")).isEqualTo("ABORTED");
    assertThat(
            states
                .call("GetExecutionHistory", other.with("reverseOrder", true))
                .search("events[0].executionAbortedEventDetails.error"))
        .isEqualTo("Enough");
  }

  @Test
  void parallelAndMap_collectResultsInOrder() throws InterruptedException {
    assertThat(
            output(
                "{'Type': 'Parallel', 'Branches': [{'StartAt': 'W', 'States': {'W': {'Type': 'Wait',"
                    + " 'Seconds': 5, 'Next': 'X'}, 'X': {'Type': 'Pass', 'Result': 1, 'End':"
                    + " true}}}, {'StartAt': 'Y', 'States': {'Y': {'Type': 'Pass', 'InputPath':"
                    + " '$.v', 'End': true}}}], 'End': true}",
                "{'v': 2}"))
        .isEqualTo("[1,2]");
    assertThat(
            output(
                "{'Type': 'Map', 'ItemsPath': '$.l', 'MaxConcurrency': 1, 'ItemSelector': {'i.$':"
                    + " '$$.Map.Item.Index', 'v.$': '$$.Map.Item.Value'}, 'ItemProcessor':"
                    + " {'StartAt': 'Y', 'States': {'Y': {'Type': 'Pass', 'End': true}}},"
                    + " 'ResultPath': '$.m', 'End': true}",
                "{'l': ['a', 'b']}"))
        .isEqualTo("{\"l\":[\"a\",\"b\"],\"m\":[{\"i\":0,\"v\":\"a\"},{\"i\":1,\"v\":\"b\"}]}");
  }

  @Test
  void task_failing_isRetriedAndCaught() throws InterruptedException {
    String arn =
        start(
            "{'StartAt': 'T', 'States': {'T': {'Type': 'Task', 'Resource':"
                + " 'arn:aws:states:::dynamodb:getItem', 'Parameters': {'TableName': 'nowhere',"
                + " 'Key': {'k': {'S': 'a'}}}, 'Retry': [{'ErrorEquals':"
                + " ['States.TaskFailed'], 'MaxAttempts': 2}], 'Catch': [{'ErrorEquals':"
                + " ['States.ALL'], 'ResultPath': '$.e', 'Next': 'S'}], 'End': true},"
                + " 'S': {'Type': 'Succeed'}}}",
            "{'k': 1}");
    assertThat(end(arn).text("output"))
        .contains("\"k\":1")
        .contains("\"Error\":\"DynamoDB.ResourceNotFoundException\"");
    List<String> types =
        states
            .call("GetExecutionHistory", Params.of("executionArn", arn))
            .searchAll("events[].type", String.class);
    assertThat(types.stream().filter("TaskFailed"::equals)).hasSize(3);
  }

  @Test
  void activity_silentWorker_timesOut_untilItBeats() {
    String activity =
        String.valueOf(
            states.call("CreateActivity", Params.of("name", "work")).text("activityArn"));
    String arn =
        start(
            "{'StartAt': 'A', 'States': {'A': {'Type': 'Task', 'Resource': '"
                + activity
                + "', 'HeartbeatSeconds': 60, 'End': true}}}",
            "{'n': 1}");
    Structure task = states.call("GetActivityTask", Params.of("activityArn", activity));
    assertThat(task.text("input")).isEqualTo("{\"n\":1}");
    Params token = Params.of("taskToken", task.text("taskToken"));
    Params execution = Params.of("executionArn", arn);
    for (int i = 0; i < 3; i++) {
      door.clock().advance(Duration.ofSeconds(50));
      states.call("SendTaskHeartbeat", token);
      assertThat(states.call("DescribeExecution", execution).text("status")).isEqualTo("RUNNING");
    }
    door.clock().advance(Duration.ofSeconds(61));
    assertThat(states.call("DescribeExecution", execution).text("error"))
        .isEqualTo("States.HeartbeatTimeout");
    assertThatThrownBy(() -> states.call("SendTaskSuccess", token.with("output", "1")))
        .isInstanceOf(ServiceException.class);
  }

  @Test
  void execution_goesOnAfterARestart(@TempDir Path directory) {
    String arn;
    try (EngineDoor before = new EngineDoor(Stores.open(directory), new StepFunctionsFactory())) {
      Client first = before.client("stepfunctions");
      Structure machine =
          first.call(
              "CreateStateMachine",
              Params.of(
                  "name", "kept",
                  "roleArn", "arn:aws:iam::123456789012:role/machine",
                  "definition",
                      "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Result\":7,"
                          + "\"Next\":\"W\"},\"W\":{\"Type\":\"Wait\",\"Seconds\":3600,"
                          + "\"End\":true}}}"));
      arn =
          String.valueOf(
              first
                  .call(
                      "StartExecution",
                      Params.of("stateMachineArn", machine.text("stateMachineArn")))
                  .text("executionArn"));
      before.clock().advance(Duration.ZERO);
    }
    try (EngineDoor after = new EngineDoor(Stores.open(directory), new StepFunctionsFactory())) {
      Client second = after.client("stepfunctions");
      Params execution = Params.of("executionArn", arn);
      assertThat(second.call("DescribeExecution", execution).text("status")).isEqualTo("RUNNING");
      after.clock().advance(Duration.ZERO);
      after.clock().advance(Duration.ofMinutes(61));
      assertThat(second.call("DescribeExecution", execution).text("output")).isEqualTo("7");
    }
  }

  @Test
  void executionName_isUsedOnce() {
    String machine =
        create("{'StartAt': 'W', 'States': {'W': {'Type': 'Wait', 'Seconds': 9, 'End': true}}}");
    Params start = Params.of("stateMachineArn", machine, "name", "run", "input", "{}");
    String first =
        Objects.requireNonNull(states.call("StartExecution", start).text("executionArn"));
    assertThat(states.call("StartExecution", start).text("executionArn")).isEqualTo(first);
    assertThatThrownBy(() -> states.call("StartExecution", start.with("input", "[]")))
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.code()).isEqualTo("ExecutionAlreadyExists"));
  }

  @Test
  void definition_withATargetThatIsMissing_isRefused() {
    assertThatThrownBy(
            () -> create("{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Next': 'B'}}}"))
        .isInstanceOfSatisfying(
            ServiceException.class, e -> assertThat(e.code()).isEqualTo("InvalidDefinition"))
        .hasMessageContaining("MISSING_TRANSITION_TARGET");
  }
}
