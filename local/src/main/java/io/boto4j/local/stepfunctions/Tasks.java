package io.boto4j.local.stepfunctions;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.stepfunctions.asl.Failure;
import io.boto4j.local.stepfunctions.asl.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The work of Task states. It is done on threads of its own, since functions may take long. */
final class Tasks {
  private final SfnState state;
  private final Integrations integrations;
  private final Activities activities;
  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "boto4j-local-state");
            thread.setDaemon(true);
            return thread;
          });

  Tasks(SfnState state) {
    this.state = state;
    this.integrations = new Integrations(state.context);
    this.activities = new Activities(state);
  }

  /** A state whose work is not done yet. A token identifies it. */
  private record Waiting(StateRun task, Resource resource, AtomicReference<Instant> beat) {}

  void register(Runner runner) {
    integrations.runner(runner);
    activities.register(this::started);
    state.table.read("SendTaskSuccess", this::succeed);
    state.table.read("SendTaskFailure", this::fail);
    state.table.read("SendTaskHeartbeat", this::heartbeat);
  }

  void close() {
    threads.shutdownNow();
  }

  /** Starts the work of a state. Its end comes back on the thread of the clock. */
  void start(StateRun task, @Nullable Object input) {
    Resource resource = Resource.of(String.valueOf(task.state.get("Resource")));
    String token = Run.newToken();
    Map<String, Object> context = task.branch.context;
    if (resource.waitsForToken()) {
      context.put("Task", Map.of("Token", token));
    }
    Object parameters = task.parameters(input);
    context.remove("Task");
    scheduled(task, resource, Json.write(parameters));
    Instant now = state.context.clock().instant();
    waiting.put(token, new Waiting(task, resource, new AtomicReference<>(now)));
    limit(task, token);
    if (resource.isActivity()) {
      activities.offer(resource.text(), token, Json.write(parameters));
      return;
    }
    try {
      threads.execute(() -> work(task, resource, parameters, token));
    } catch (RejectedExecutionException e) {
      throw new Run.Ended();
    }
  }

  private void work(StateRun task, Resource resource, @Nullable Object parameters, String token) {
    try {
      integrations.call(
          resource,
          parameters,
          result -> {
            // What comes after the timeout of the state comes too late.
            if (!resource.waitsForToken() && waiting.remove(token) != null) {
              later(task, () -> succeeded(task, resource, result));
            }
          },
          failure -> broken(task, resource, token, failure));
    } catch (Failure failure) {
      broken(task, resource, token, failure);
    } catch (RuntimeException e) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.ERROR, "The task " + resource.text() + " failed", e);
      broken(task, resource, token, new Failure("States.Runtime", String.valueOf(e)));
    }
  }

  private void broken(StateRun task, Resource resource, String token, Failure failure) {
    if (waiting.remove(token) != null) {
      later(task, () -> failed(task, resource, failure));
    }
  }

  private static void later(StateRun task, Runnable work) {
    task.branch.later(Duration.ZERO, work);
  }

  private void limit(StateRun task, String token) {
    Template template = new Template(Map.of(), task.branch.context);
    Object seconds = task.state.get("TimeoutSeconds");
    if (seconds instanceof Number number) {
      expire(task, token, number.longValue(), "States.Timeout");
    }
    Object path = task.state.get("TimeoutSecondsPath");
    if (path != null && template.evaluate(path.toString()) instanceof Number number) {
      expire(task, token, number.longValue(), "States.Timeout");
    }
    if (task.state.get("HeartbeatSeconds") instanceof Number number) {
      watch(task, token, Duration.ofSeconds(number.longValue()), Duration.ZERO);
    }
  }

  private void expire(StateRun task, String token, long seconds, String error) {
    task.branch.later(
        Duration.ofSeconds(seconds),
        () -> {
          Waiting expired = waiting.remove(token);
          if (expired != null) {
            failed(task, expired.resource, new Failure(error, null));
          }
        });
  }

  /** Ends a task that has been silent for too long. */
  private void watch(StateRun task, String token, Duration longest, Duration silent) {
    task.branch.later(
        longest.minus(silent),
        () -> {
          Waiting found = waiting.get(token);
          if (found == null) {
            return;
          }
          Duration now = Duration.between(found.beat.get(), state.context.clock().instant());
          if (now.compareTo(longest) < 0) {
            watch(task, token, longest, now);
          } else {
            waiting.remove(token);
            failed(task, found.resource, new Failure("States.HeartbeatTimeout", null));
          }
        });
  }

  private void scheduled(StateRun task, Resource resource, String parameters) {
    Branch branch = task.branch;
    if (resource.isFunction()) {
      branch.event(
          "LambdaFunctionScheduled",
          "lambdaFunctionScheduledEventDetails",
          History.text("input", parameters).with("resource", resource.text()));
      branch.event("LambdaFunctionStarted");
      return;
    }
    if (resource.isActivity()) {
      branch.event(
          "ActivityScheduled",
          "activityScheduledEventDetails",
          History.text("input", parameters).with("resource", resource.text()));
      return;
    }
    branch.event(
        "TaskScheduled",
        "taskScheduledEventDetails",
        details(resource).with("region", state.context.region()).with("parameters", parameters));
    branch.event("TaskStarted", "taskStartedEventDetails", details(resource));
  }

  /** Records that a worker has taken the work of a token. */
  private boolean started(String token) {
    Waiting found = waiting.get(token);
    if (found == null || found.task.branch.run.isOver()) {
      waiting.remove(token);
      return false;
    }
    later(
        found.task,
        () -> found.task.branch.event("ActivityStarted", "activityStartedEventDetails", Map.of()));
    return true;
  }

  private static Params details(Resource resource) {
    return Params.of("resourceType", resource.service(), "resource", resource.action());
  }

  private static void succeeded(StateRun task, Resource resource, @Nullable Object result) {
    Params output = History.text("output", Json.write(result));
    if (resource.isFunction()) {
      task.branch.event("LambdaFunctionSucceeded", "lambdaFunctionSucceededEventDetails", output);
    } else if (resource.isActivity()) {
      task.branch.event("ActivitySucceeded", "activitySucceededEventDetails", output);
    } else {
      task.branch.event(
          "TaskSucceeded", "taskSucceededEventDetails", details(resource).withAll(output));
    }
    task.complete(result);
  }

  private static void failed(StateRun task, Resource resource, Failure failure) {
    Params error = Params.of("error", failure.error(), "cause", failure.getMessage());
    if (resource.isFunction()) {
      task.branch.event("LambdaFunctionFailed", "lambdaFunctionFailedEventDetails", error);
    } else if (resource.isActivity()) {
      task.branch.event("ActivityFailed", "activityFailedEventDetails", error);
    } else {
      task.branch.event("TaskFailed", "taskFailedEventDetails", details(resource).withAll(error));
    }
    task.fail(failure);
  }

  private Waiting take(Structure input) {
    Waiting found = waiting.remove(String.valueOf(input.text("taskToken")));
    if (found == null) {
      throw SfnErrors.of("InvalidToken", "Invalid Token: 'Invalid token'");
    }
    if (found.task.branch.run.isOver()) {
      throw SfnErrors.of("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
    }
    return found;
  }

  private Map<String, ?> succeed(EngineCall call) {
    Object output;
    try {
      output = Json.read(String.valueOf(call.input().text("output")));
    } catch (IllegalArgumentException e) {
      throw SfnErrors.of("InvalidOutput", "Invalid Output: " + e.getMessage());
    }
    Waiting found = take(call.input());
    later(found.task, () -> succeeded(found.task, found.resource, output));
    return Map.of();
  }

  private Map<String, ?> fail(EngineCall call) {
    Failure failure = new Failure(call.input().text("error"), call.input().text("cause"));
    Waiting found = take(call.input());
    later(found.task, () -> failed(found.task, found.resource, failure));
    return Map.of();
  }

  private Map<String, ?> heartbeat(EngineCall call) {
    Waiting found = take(call.input());
    found.beat.set(state.context.clock().instant());
    waiting.put(String.valueOf(call.input().text("taskToken")), found);
    return Map.of();
  }
}
