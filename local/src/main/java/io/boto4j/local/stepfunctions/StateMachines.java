package io.boto4j.local.stepfunctions;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.stepfunctions.asl.Definition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** State machines. */
final class StateMachines {
  private static final Params LOGGING = Params.of("level", "OFF", "includeExecutionData", false);
  private static final Params TRACING = Params.of("enabled", false);
  private static final Params ENCRYPTION = Params.of("type", "AWS_OWNED_KEY");

  private final SfnState state;

  StateMachines(SfnState state) {
    this.state = state;
  }

  void register() {
    state.table.write("CreateStateMachine", this::create);
    state.table.write("UpdateStateMachine", this::update);
    state.table.write("DeleteStateMachine", this::delete);
    state.table.read("DescribeStateMachine", this::describe);
    state.table.read("DescribeStateMachineForExecution", this::describeForExecution);
    state.table.read("ListStateMachines", this::list);
    state.table.read("ValidateStateMachineDefinition", this::validate);
  }

  private static void checkRole(@Nullable String arn) {
    if (arn == null || !arn.matches("arn:aws[a-z-]*:iam::\\d{12}:role/.+")) {
      throw SfnErrors.of("InvalidArn", "Invalid Role Arn: '" + arn + "'");
    }
  }

  private static void checkDefinition(String definition) {
    List<String> problems = Definition.problems(definition);
    if (!problems.isEmpty()) {
      throw SfnErrors.of(
          "InvalidDefinition",
          "Invalid State Machine Definition: '" + String.join(", ", problems) + "'");
    }
  }

  private static void checkPublish(Structure input) {
    if (Boolean.TRUE.equals(input.bool("publish"))) {
      throw SfnErrors.of(
          "ValidationException", "boto4j-local does not emulate versions of state machines");
    }
  }

  private Map<String, ?> create(EngineCall call) {
    Structure input = call.input();
    String name = String.valueOf(input.text("name"));
    String definition = String.valueOf(input.text("definition"));
    String type = Objects.requireNonNullElse(input.text("type"), "STANDARD");
    SfnState.checkName(name);
    checkRole(input.text("roleArn"));
    checkDefinition(definition);
    checkPublish(input);
    if (!type.equals("STANDARD") && !type.equals("EXPRESS")) {
      throw SfnErrors.of(
          "ValidationException",
          "1 validation error detected: Value '"
              + type
              + "' at 'type' failed to satisfy constraint: Member must satisfy enum value set:"
              + " [STANDARD, EXPRESS]");
    }
    String arn = state.arn("stateMachine:" + name);
    Structure before = SfnState.find(state.machines, arn);
    if (before != null) {
      boolean same =
          definition.equals(before.text("definition"))
              && type.equals(before.text("type"))
              && Objects.equals(input.text("roleArn"), before.text("roleArn"));
      if (!same) {
        throw SfnErrors.of(
            "StateMachineAlreadyExists", "State Machine Already Exists: '" + arn + "'");
      }
      return created(before);
    }
    SfnTags.add(state, arn, input.structures("tags"));
    SfnState.put(
        state.machines,
        arn,
        Params.of(
            "stateMachineArn",
            arn,
            "name",
            name,
            "status",
            "ACTIVE",
            "definition",
            definition,
            "roleArn",
            input.text("roleArn"),
            "type",
            type,
            "creationDate",
            state.context.clock().instant(),
            "loggingConfiguration",
            or(input, "loggingConfiguration", LOGGING),
            "tracingConfiguration",
            or(input, "tracingConfiguration", TRACING),
            "encryptionConfiguration",
            or(input, "encryptionConfiguration", ENCRYPTION)));
    return created(state.machine(arn));
  }

  private static Map<String, ?> or(Structure input, String member, Params usual) {
    Structure given = input.structure(member);
    return given == null ? usual : usual.withAll(given);
  }

  private static Params created(Structure machine) {
    return Params.of(
        "stateMachineArn", machine.text("stateMachineArn"),
        "creationDate", machine.instant("creationDate"));
  }

  private Map<String, ?> update(EngineCall call) {
    Structure input = call.input();
    Structure machine = state.machine(input.text("stateMachineArn"));
    checkPublish(input);
    Params changed = Params.copyOf(machine);
    if (input.text("definition") != null) {
      checkDefinition(String.valueOf(input.text("definition")));
      changed = changed.with("definition", input.text("definition"));
    }
    if (input.text("roleArn") != null) {
      checkRole(input.text("roleArn"));
      changed = changed.with("roleArn", input.text("roleArn"));
    }
    for (String member :
        List.of("loggingConfiguration", "tracingConfiguration", "encryptionConfiguration")) {
      if (input.structure(member) != null) {
        changed = changed.with(member, input.structure(member));
      }
    }
    String revision = UUID.randomUUID().toString();
    Instant now = state.context.clock().instant();
    SfnState.put(
        state.machines,
        String.valueOf(machine.text("stateMachineArn")),
        changed.with("revisionId", revision).with("_updated", now));
    return Params.of("updateDate", now, "revisionId", revision);
  }

  private Map<String, ?> delete(EngineCall call) {
    String arn = String.valueOf(call.input().text("stateMachineArn"));
    if (!arn.contains(":stateMachine:")) {
      throw SfnErrors.invalidArn(arn);
    }
    // Executions that run go on with the definition that they have.
    state.machines.remove(arn);
    state.tags.remove(arn);
    return Map.of();
  }

  private Map<String, ?> describe(EngineCall call) {
    return SfnState.open(state.machine(call.input().text("stateMachineArn")));
  }

  private Map<String, ?> describeForExecution(EngineCall call) {
    Structure execution = state.execution(call.input().text("executionArn"));
    return Params.of(
        "stateMachineArn", execution.text("stateMachineArn"),
        "name", execution.text("_machineName"),
        "definition", execution.text("_definition"),
        "roleArn", execution.text("_roleArn"),
        "updateDate", execution.instant("_machineUpdated"),
        "loggingConfiguration", LOGGING,
        "tracingConfiguration", TRACING,
        "encryptionConfiguration", ENCRYPTION);
  }

  private Map<String, ?> list(EngineCall call) {
    List<Structure> all = SfnState.all(state.machines);
    all.sort(
        Comparator.comparing(
            (Structure each) ->
                Objects.requireNonNullElse(
                    each.instant("creationDate"), state.context.clock().instant())));
    List<Params> views = new ArrayList<>();
    for (Structure each : all) {
      views.add(
          Params.of(
              "stateMachineArn", each.text("stateMachineArn"),
              "name", each.text("name"),
              "type", each.text("type"),
              "creationDate", each.instant("creationDate")));
    }
    return SfnState.page(call.input(), "stateMachines", views, 100);
  }

  private Map<String, ?> validate(EngineCall call) {
    List<String> problems = Definition.problems(String.valueOf(call.input().text("definition")));
    List<Params> diagnostics = new ArrayList<>();
    for (String problem : problems) {
      int colon = problem.indexOf(": ");
      diagnostics.add(
          Params.of(
              "severity", "ERROR",
              "code", problem.substring(0, colon),
              "message", problem.substring(colon + 2)));
    }
    return Params.of(
        "result",
        problems.isEmpty() ? "OK" : "FAIL",
        "diagnostics",
        diagnostics,
        "truncated",
        false);
  }
}
