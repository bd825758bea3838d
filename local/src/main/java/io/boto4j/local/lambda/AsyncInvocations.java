package io.boto4j.local.lambda;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Asynchronous invocations: kept until they succeed, retried by the clock, and sent to their
 * destinations.
 */
final class AsyncInvocations {
  private static final int RETRIES = 2;
  private static final int OLDEST_SECONDS = 21_600;

  private final Functions functions;
  private final Runner runner;
  private final InvokeConfigs configs;
  private final Destinations destinations;
  private final Background background;
  private final MVMap<String, Object> events;

  AsyncInvocations(
      Functions functions, Runner runner, InvokeConfigs configs, Background background) {
    this.functions = functions;
    this.runner = runner;
    this.configs = configs;
    this.destinations = new Destinations(functions);
    this.background = background;
    this.events = functions.context.store().map("events");
  }

  /** Goes on with the events of an earlier process. */
  void resume() {
    for (String id : events.keySet()) {
      background.after(Duration.ZERO, () -> attempt(id));
    }
  }

  void accept(FunctionId function, byte[] payload, String requestId) {
    String id = events.containsKey(requestId) ? Functions.newId() : requestId;
    Map<String, Object> event = new HashMap<>();
    event.put("Function", function.name());
    if (function.qualifier() != null) {
      event.put("Qualifier", function.qualifier());
    }
    event.put("Payload", payload);
    event.put("Accepted", functions.now());
    event.put("Attempts", 0);
    event.put("Throttles", 0);
    functions.context.store().write(() -> events.put(id, event));
    background.run(() -> attempt(id));
  }

  private void attempt(String id) {
    Object stored = events.get(id);
    if (stored == null) {
      return;
    }
    Structure event = Functions.structure(stored);
    FunctionId function =
        new FunctionId(Functions.text(event, "Function"), event.text("Qualifier"));
    byte[] given = event.bytes("Payload");
    byte[] payload = given == null ? new byte[0] : given;
    if (functions.find(function.name()) == null) {
      remove(id);
      return;
    }
    Structure config = configs.find(function.name(), function.qualifier());
    if (age(event).compareTo(oldest(config)) > 0) {
      finish(id, function, config, payload, event, null, "EventAgeExceeded");
      return;
    }
    Runner.Result result;
    try {
      result = runner.run(function, payload, id, null);
    } catch (EngineException e) {
      throttled(id, function, config, payload, event, e);
      return;
    }
    int attempts = number(event.integer("Attempts"), 0) + 1;
    Structure after = edited(id, event, "Attempts", attempts);
    if (!result.outcome().failed()) {
      finish(id, function, config, payload, after, result, "Success");
    } else if (attempts > retries(config)) {
      finish(id, function, config, payload, after, result, "RetriesExhausted");
    } else {
      Duration delay = Duration.ofMinutes(attempts);
      if (age(event).plus(delay).compareTo(oldest(config)) > 0) {
        finish(id, function, config, payload, after, result, "EventAgeExceeded");
      } else {
        background.after(delay, () -> attempt(id));
      }
    }
  }

  /** Throttled events are tried again until they are too old, at growing intervals. */
  private void throttled(
      String id,
      FunctionId function,
      @Nullable Structure config,
      byte[] payload,
      Structure event,
      EngineException error) {
    if (!error.code().equals("TooManyRequestsException")) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.WARNING, "Cannot invoke {0}: {1}", function.name(), error);
      finish(id, function, config, payload, event, null, "RetriesExhausted");
      return;
    }
    int throttles = number(event.integer("Throttles"), 0);
    edited(id, event, "Throttles", throttles + 1);
    Duration delay = Duration.ofSeconds(Math.min(300, 1L << Math.min(throttles, 9)));
    background.after(delay, () -> attempt(id));
  }

  private Structure edited(String id, Structure event, String member, int value) {
    Map<String, Object> changed = new LinkedHashMap<>(event);
    changed.put(member, value);
    functions.context.store().write(() -> events.put(id, changed));
    return Functions.structure(changed);
  }

  private void finish(
      String id,
      FunctionId function,
      @Nullable Structure config,
      byte[] payload,
      Structure event,
      Runner.@Nullable Result result,
      String condition) {
    String version = function.qualifier() == null ? FunctionId.LATEST : function.qualifier();
    destinations.send(
        new Destinations.Finished(
            id,
            functions.arn(function.name(), version),
            condition,
            number(event.integer("Attempts"), 0),
            payload,
            result),
        config,
        deadLetters(function));
    remove(id);
  }

  private void remove(String id) {
    functions.context.store().write(() -> events.remove(id));
  }

  private @Nullable String deadLetters(FunctionId function) {
    try {
      return functions.resolve(function).text("Configuration", "DeadLetterConfig", "TargetArn");
    } catch (EngineException e) {
      // The version was deleted while it ran.
      return null;
    }
  }

  private Duration age(Structure event) {
    Instant accepted = event.instant("Accepted");
    return accepted == null ? Duration.ZERO : Duration.between(accepted, functions.now());
  }

  private static Duration oldest(@Nullable Structure config) {
    Integer own = config == null ? null : config.integer("MaximumEventAgeInSeconds");
    return Duration.ofSeconds(number(own, OLDEST_SECONDS));
  }

  private static int retries(@Nullable Structure config) {
    return number(config == null ? null : config.integer("MaximumRetryAttempts"), RETRIES);
  }

  private static int number(@Nullable Integer number, int other) {
    return number == null ? other : number;
  }
}
