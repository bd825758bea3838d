package io.boto4j.local.stepfunctions;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.stepfunctions.asl.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls other services for Task states. */
final class Integrations {
  /** The optimized services, with the first words of their errors. */
  private static final Map<String, String> OPTIMIZED =
      Map.of(
          "lambda", "Lambda",
          "dynamodb", "DynamoDB",
          "sqs", "SQS",
          "sns", "SNS",
          "events", "EventBridge",
          "states", "StepFunctions");

  /** Names that the SDK integrations have for services. */
  private static final Map<String, String> SDK_NAMES =
      Map.of("sfn", "stepfunctions", "eventbridge", "events", "cloudwatchlogs", "logs");

  /** Members that take a document, which is sent as its text. */
  private static final Set<String> TEXTS = Set.of("MessageBody", "Message", "Detail", "Input");

  private final EngineContext context;
  private @Nullable Runner runner;

  Integrations(EngineContext context) {
    this.context = context;
  }

  void runner(Runner given) {
    this.runner = given;
  }

  /**
   * Carries out a task.
   *
   * @param done takes the result, perhaps later
   * @param broken takes an error that comes later
   * @throws Failure if the call fails
   */
  void call(
      Resource resource,
      @Nullable Object parameters,
      Consumer<@Nullable Object> done,
      Consumer<Failure> broken) {
    if (resource.isFunction()) {
      done.accept(invoke(resource.text(), parameters, null));
      return;
    }
    Structure input = StateRun.structure(parameters);
    String action = resource.plainAction();
    boolean isKnown =
        OPTIMIZED.containsKey(resource.service()) || resource.service().startsWith("aws-sdk:");
    if (!isKnown
        || !Set.of("", "sync", "sync:2", "waitForTaskToken").contains(resource.pattern())) {
      throw new Failure(
          "States.Runtime", "boto4j-local does not emulate the resource " + resource.text());
    }
    switch (resource.service()) {
      case "lambda" -> {
        Params about = Params.of("ExecutedVersion", "$LATEST", "StatusCode", 200);
        Object payload = invoke(input.text("FunctionName"), input.get("Payload"), input);
        Map<String, @Nullable Object> result = new LinkedHashMap<>(about);
        result.put("Payload", payload);
        done.accept(result);
      }
      case "states" -> startExecution(resource, input, done, broken);
      default -> done.accept(plain(service(resource, action, input)));
    }
  }

  private @Nullable Object invoke(
      @Nullable String function, @Nullable Object payload, @Nullable Structure more) {
    Params input =
        Params.of(
            "FunctionName",
            function,
            "Payload",
            Json.write(payload).getBytes(StandardCharsets.UTF_8));
    if (more != null) {
      input =
          input
              .with("Qualifier", more.text("Qualifier"))
              .with("InvocationType", more.text("InvocationType"));
    }
    Structure output = Structures.of(engine("lambda", "Lambda", "Invoke", input));
    byte[] bytes = output.bytes("Payload");
    String text = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    Object result;
    try {
      result = text.isEmpty() ? null : Json.read(text);
    } catch (IllegalArgumentException e) {
      result = text;
    }
    if (output.text("FunctionError") != null) {
      Object type = result instanceof Map<?, ?> map ? map.get("errorType") : null;
      throw new Failure(type == null ? "Lambda.Unknown" : type.toString(), text);
    }
    return result;
  }

  private Map<String, ?> engine(
      String service, String family, String operation, Map<String, ?> input) {
    try {
      return context.call(service, operation, input);
    } catch (EngineException e) {
      String code = e.code().substring(e.code().lastIndexOf('.') + 1);
      String error = code.endsWith("Exception") ? code : code + "Exception";
      throw new Failure(
          family + "." + error,
          e.serviceMessage()
              + " (Service: "
              + family
              + ", Status Code: "
              + (e.status() == 0 ? 400 : e.status())
              + ", Error Code: "
              + code
              + ")");
    }
  }

  private Map<String, ?> service(Resource resource, String action, Structure input) {
    String operation = action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1);
    String given = resource.service();
    Map<String, Object> members = new LinkedHashMap<>();
    input.forEach(
        (name, value) ->
            members.put(
                name,
                TEXTS.contains(name) && !(value instanceof String) ? Json.write(value) : value));
    if (!given.startsWith("aws-sdk:")) {
      if (given.equals("events")) {
        members.put("Entries", entries(input));
      }
      return engine(
          given, Objects.requireNonNullElse(OPTIMIZED.get(given), given), operation, members);
    }
    String name = given.substring("aws-sdk:".length());
    String service = SDK_NAMES.getOrDefault(name, name);
    String family = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return engine(
        service, family, operation, service.equals("stepfunctions") ? lower(members) : members);
  }

  private static List<Params> entries(Structure input) {
    List<Params> entries = new ArrayList<>();
    for (Structure entry : input.structures("Entries")) {
      Object detail = entry.get("Detail");
      entries.add(
          Params.copyOf(entry)
              .with("Detail", detail instanceof String ? detail : Json.write(detail)));
    }
    return entries;
  }

  /** Step Functions itself has members that begin with small letters. */
  private static Map<String, Object> lower(Map<String, Object> members) {
    Map<String, Object> lower = new LinkedHashMap<>();
    members.forEach(
        (name, value) ->
            lower.put(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), value));
    return lower;
  }

  private void startExecution(
      Resource resource,
      Structure input,
      Consumer<@Nullable Object> done,
      Consumer<Failure> broken) {
    Object given = input.get("Input");
    Params start =
        Params.of(
            "stateMachineArn", input.text("StateMachineArn"),
            "name", input.text("Name"),
            "input", given == null ? "{}" : given instanceof String ? given : Json.write(given));
    Structure started =
        Structures.of(engine("stepfunctions", "StepFunctions", "StartExecution", start));
    String arn = String.valueOf(started.text("executionArn"));
    Runner known = runner;
    if (!resource.pattern().startsWith("sync") || known == null) {
      done.accept(
          Map.of("ExecutionArn", arn, "StartDate", String.valueOf(started.instant("startDate"))));
      return;
    }
    boolean isParsed = resource.pattern().equals("sync:2");
    known.onEnd(
        arn,
        execution -> {
          Map<String, @Nullable Object> result = view(execution, isParsed);
          if ("SUCCEEDED".equals(execution.text("status"))) {
            done.accept(result);
          } else {
            broken.accept(new Failure("States.TaskFailed", Json.write(result)));
          }
        });
  }

  private static Map<String, @Nullable Object> view(Structure execution, boolean isParsed) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("ExecutionArn", execution.text("executionArn"));
    String output = execution.text("output");
    String input = String.valueOf(execution.text("input"));
    view.put("Input", isParsed ? Json.read(input) : input);
    view.put("Name", execution.text("name"));
    if (output != null) {
      view.put("Output", isParsed ? Json.read(output) : output);
    }
    view.put("StartDate", millis(execution.instant("startDate")));
    view.put("StateMachineArn", execution.text("stateMachineArn"));
    view.put("Status", execution.text("status"));
    view.put("StopDate", millis(execution.instant("stopDate")));
    if (execution.text("error") != null) {
      view.put("Error", execution.text("error"));
    }
    if (execution.text("cause") != null) {
      view.put("Cause", execution.text("cause"));
    }
    return view;
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  /** A value of a service as JSON has it. */
  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      map.forEach((name, each) -> plain.put(String.valueOf(name), plain(each)));
      return plain;
    }
    if (value instanceof Collection<?> list) {
      List<@Nullable Object> plain = new ArrayList<>();
      list.forEach(each -> plain.add(plain(each)));
      return plain;
    }
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    return value instanceof Instant ? value.toString() : value;
  }
}
