package io.boto4j.local.lambda;

import io.boto4j.local.engine.EngineContext;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.lambda.runtime.FunctionSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The log of one invocation, which goes to CloudWatch Logs when it ends. */
final class InvocationLog {
  private static final int TAIL = 4096;
  private static final int MOST_IN_ONE_CALL = 1000;

  private final EngineContext context;
  private final FunctionSpec spec;
  private final String requestId;
  private final long start = System.nanoTime();

  /** The events; guarded by itself, since processes write them on a thread of their own. */
  private final List<Map<String, Object>> events = new ArrayList<>();

  InvocationLog(EngineContext context, FunctionSpec spec, String requestId) {
    this.context = context;
    this.spec = spec;
    this.requestId = requestId;
    add("START RequestId: " + requestId + " Version: " + spec.version());
    open();
  }

  void add(String line) {
    synchronized (events) {
      events.add(
          Map.of("timestamp", context.clock().millis(), "message", line.isEmpty() ? " " : line));
    }
  }

  void end() {
    double millis = (System.nanoTime() - start) / 1_000_000.0;
    Runtime runtime = Runtime.getRuntime();
    long used = Math.min(spec.memory(), (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    add("END RequestId: " + requestId);
    add(
        String.format(
            Locale.ROOT,
            "REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %d ms\tMemory Size: %d MB"
                + "\tMax Memory Used: %d MB\t",
            requestId,
            millis,
            (long) Math.ceil(millis),
            spec.memory(),
            used));
    send();
  }

  private List<Map<String, Object>> lines() {
    synchronized (events) {
      return List.copyOf(events);
    }
  }

  /** The last 4 KB, as LogResult has them. */
  String tail() {
    StringBuilder text = new StringBuilder();
    lines().forEach(event -> text.append(event.get("message")).append('\n'));
    byte[] all = text.toString().getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder()
        .encodeToString(Arrays.copyOfRange(all, Math.max(0, all.length - TAIL), all.length));
  }

  /** Creates the group and the stream, which are there while the function runs. */
  private void open() {
    if (context.engine("logs") == null) {
      return;
    }
    String group = spec.logGroup();
    try {
      create("CreateLogGroup", Map.of("logGroupName", group));
      create("CreateLogStream", Map.of("logGroupName", group, "logStreamName", spec.logStream()));
    } catch (EngineException e) {
      warn(e);
    }
  }

  private void send() {
    if (context.engine("logs") == null) {
      return;
    }
    try {
      List<Map<String, Object>> all = lines();
      for (int from = 0; from < all.size(); from += MOST_IN_ONE_CALL) {
        context.call(
            "logs",
            "PutLogEvents",
            Map.of(
                "logGroupName",
                spec.logGroup(),
                "logStreamName",
                spec.logStream(),
                "logEvents",
                all.subList(from, Math.min(all.size(), from + MOST_IN_ONE_CALL))));
      }
    } catch (EngineException e) {
      warn(e);
    }
  }

  private void warn(EngineException e) {
    System.getLogger("io.boto4j.local")
        .log(System.Logger.Level.WARNING, "The log of " + spec.name() + " was not stored", e);
  }

  private void create(String operation, Map<String, ?> input) {
    try {
      context.call("logs", operation, input);
    } catch (EngineException e) {
      if (!e.code().equals("ResourceAlreadyExistsException")) {
        throw e;
      }
    }
  }
}
