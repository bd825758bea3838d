package io.boto4j.local.stepfunctions;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.stepfunctions.asl.Choice;
import io.boto4j.local.stepfunctions.asl.Failure;
import io.boto4j.local.stepfunctions.asl.JsonPath;
import io.boto4j.local.stepfunctions.asl.Template;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A state that runs: its input and output, its attempts, and what follows it. */
final class StateRun {
  final Branch branch;
  final String name;
  final Map<String, Object> state;
  private final @Nullable Object raw;
  private final String type;
  private final Retries retries;

  StateRun(Branch branch, String name, Map<String, Object> state, @Nullable Object raw) {
    this.branch = branch;
    this.name = name;
    this.state = state;
    this.raw = raw;
    this.type = String.valueOf(state.get("Type"));
    this.retries = new Retries(state);
  }

  void enter() {
    branch.event(
        type + "StateEntered",
        "stateEnteredEventDetails",
        History.text("input", Json.write(raw)).with("name", name));
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("Name", name);
    about.put("EnteredTime", branch.run.state.context.clock().instant().toString());
    about.put("RetryCount", 0);
    branch.context.put("State", about);
    guarded(this::attempt);
  }

  /** Goes on after a restart: the state has been entered before. */
  void resume() {
    branch.last = branch.run.lastEvent();
    branch.context.put("State", Map.of("Name", name, "RetryCount", 0));
    guarded(this::attempt);
  }

  /** Runs a step whose errors the state may retry or catch. */
  void guarded(Runnable step) {
    try {
      step.run();
    } catch (Failure failure) {
      fail(failure);
    }
  }

  private void attempt() {
    Template template = new Template(raw, branch.context);
    Object input = path("InputPath", template);
    switch (type) {
      case "Pass" -> {
        Object filled = parameters(input);
        complete(state.containsKey("Result") ? state.get("Result") : filled);
      }
      case "Succeed" -> leave(output(input), true);
      case "Fail" -> throw failure(template);
      case "Choice" -> choose(input);
      case "Wait" -> pause(input);
      case "Task" -> branch.run.tasks.start(this, input);
      case "Parallel" -> new Concurrent(this).branches(parameters(input));
      case "Map" -> new Concurrent(this).items(input);
      default -> throw new Failure("States.Runtime", "Unknown type of state: " + type);
    }
  }

  /** The value of a member that has a path: everything if it is absent, nothing if it is null. */
  private @Nullable Object path(String member, Template template) {
    if (!state.containsKey(member)) {
      return template.path("$");
    }
    Object path = state.get(member);
    return path == null ? Map.of() : template.evaluate(path.toString());
  }

  @Nullable Object parameters(@Nullable Object input) {
    return state.containsKey("Parameters")
        ? new Template(input, branch.context).fill(state.get("Parameters"))
        : input;
  }

  /** The text of a member, or what the path of its second form leads to. */
  private @Nullable String text(String member, Template template) {
    Object path = state.get(member + "Path");
    Object value = path == null ? state.get(member) : template.evaluate(path.toString());
    return value == null ? null : value.toString();
  }

  private Failure failure(Template template) {
    return new Failure(text("Error", template), text("Cause", template));
  }

  private void choose(@Nullable Object input) {
    Choice choice = new Choice(new Template(input, branch.context));
    for (Object rule : state.get("Choices") instanceof List<?> rules ? rules : List.of()) {
      if (rule instanceof Map<?, ?> map && choice.holds(map)) {
        go(String.valueOf(map.get("Next")), output(input));
        return;
      }
    }
    Object usual = state.get("Default");
    if (usual == null) {
      throw new Failure(
          "States.NoChoiceMatched",
          "No choice rule of the state '" + name + "' matched, and there is no Default state");
    }
    go(usual.toString(), output(input));
  }

  private void pause(@Nullable Object input) {
    Instant now = branch.run.state.context.clock().instant();
    Instant known = branch.isOutermost() ? branch.run.until() : null;
    Instant until = known == null ? end(input, now) : known;
    if (branch.isOutermost() && known == null) {
      branch.run.waitUntil(until);
    }
    Duration left = Duration.between(now, until);
    branch.later(
        left.isNegative() ? Duration.ZERO : left, () -> guarded(() -> leave(output(input), false)));
  }

  private Instant end(@Nullable Object input, Instant now) {
    Template template = new Template(input, branch.context);
    String seconds = text("Seconds", template);
    String time = text("Timestamp", template);
    try {
      return seconds == null
          ? OffsetDateTime.parse(String.valueOf(time)).toInstant()
          : now.plusSeconds(Math.max(0, (long) Double.parseDouble(seconds)));
    } catch (DateTimeException | NumberFormatException e) {
      throw new Failure(
          "States.Runtime", "The Wait state '" + name + "' has no valid time: " + seconds + time);
    }
  }

  /** Takes the result of a state: selects, places and filters it, and goes on. */
  void complete(@Nullable Object result) {
    guarded(
        () -> {
          Object selected =
              state.containsKey("ResultSelector")
                  ? new Template(result, branch.context).fill(state.get("ResultSelector"))
                  : result;
          leave(output(placed(selected, state)), false);
        });
  }

  private @Nullable Object placed(@Nullable Object result, Map<?, ?> rule) {
    if (!rule.containsKey("ResultPath")) {
      return result;
    }
    Object path = rule.get("ResultPath");
    return path == null ? raw : JsonPath.put(raw, path.toString(), result);
  }

  private @Nullable Object output(@Nullable Object value) {
    return path("OutputPath", new Template(value, branch.context));
  }

  private void leave(@Nullable Object output, boolean isEnd) {
    Object next = state.get("Next");
    if (isEnd || next == null) {
      exit(output);
      branch.succeed(output);
    } else {
      go(next.toString(), output);
    }
  }

  private void go(String next, @Nullable Object output) {
    exit(output);
    branch.enter(next, output);
  }

  private void exit(@Nullable Object output) {
    branch.event(
        type + "StateExited",
        "stateExitedEventDetails",
        History.text("output", Json.write(output)).with("name", name));
  }

  /** Retries, catches, or fails the branch. */
  void fail(Failure failure) {
    if (type.equals("Fail")) {
      branch.fail(failure);
      return;
    }
    Duration delay = retries.next(failure);
    if (delay != null) {
      branch.context.put("State", Map.of("Name", name, "RetryCount", retries.count()));
      branch.later(delay, () -> guarded(this::attempt));
      return;
    }
    for (Object each : state.get("Catch") instanceof List<?> rules ? rules : List.of()) {
      if (each instanceof Map<?, ?> rule && failure.matches(names(rule))) {
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("Error", Objects.requireNonNullElse(failure.error(), ""));
        error.put("Cause", Objects.requireNonNullElse(failure.getMessage(), ""));
        go(String.valueOf(rule.get("Next")), placed(error, rule));
        return;
      }
    }
    branch.fail(failure);
  }

  static List<String> names(Map<?, ?> rule) {
    return rule.get("ErrorEquals") instanceof List<?> names
        ? names.stream().map(String::valueOf).toList()
        : List.of();
  }

  static Structure structure(@Nullable Object document) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    if (document instanceof Map<?, ?> map) {
      map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    }
    return Structures.of(copy);
  }

  static Params named(String name) {
    return Params.of("name", name);
  }
}
