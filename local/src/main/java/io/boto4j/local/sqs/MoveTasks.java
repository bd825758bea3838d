package io.boto4j.local.sqs;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that move messages from a dead-letter queue to the queues they came from, or to another
 * queue. The clock runs them, one step per second, and the store keeps them.
 */
final class MoveTasks {
  /** The most messages per step without a rate. AWS chooses one itself. */
  private static final int STEP = 500;

  private static final int MOST_PER_SECOND = 500;
  private static final int MOST_RESULTS = 10;

  private final Queues queues;
  private final MVMap<String, Object> stored;

  MoveTasks(Queues queues) {
    this.queues = queues;
    this.stored = queues.context.store().map("moves");
    for (String id : stored.keyList()) {
      if (isActive(task(id))) {
        schedule(id);
      }
    }
  }

  Map<String, ?> start(EngineCall call) {
    Queue source = source(call);
    Integer rate = call.input().integer("MaxNumberOfMessagesPerSecond");
    if (rate != null && (rate < 1 || rate > MOST_PER_SECOND)) {
      throw SqsErrors.parameter(
          "MaxNumberOfMessagesPerSecond", rate, "Must be >= 1 and <= " + MOST_PER_SECOND + ".");
    }
    if (!isDeadLetterQueue(source)) {
      throw SqsErrors.parameter("Source queue must be configured as a Dead Letter Queue.");
    }
    String destination = call.input().text("DestinationArn");
    if (destination != null && queues.findByArn(destination) == null) {
      throw SqsErrors.noResource(
          "The resource that you specified for the DestinationArn parameter doesn't exist.");
    }
    String id = UUID.randomUUID().toString();
    String handle = handle(id, source);
    long size = queues.read(source, () -> (long) source.size());
    synchronized (this) {
      if (tasks(source).stream().anyMatch(MoveTasks::isActive)) {
        throw SqsErrors.parameter(
            "There is already a task running. Only one active task is allowed for a source queue"
                + " arn at a given time.");
      }
      Map<String, Object> task = new LinkedHashMap<>();
      task.put("TaskHandle", handle);
      task.put("Status", "RUNNING");
      task.put("SourceArn", source.arn);
      if (destination != null) {
        task.put("DestinationArn", destination);
      }
      if (rate != null) {
        task.put("MaxNumberOfMessagesPerSecond", rate);
      }
      task.put("ApproximateNumberOfMessagesMoved", 0L);
      task.put("ApproximateNumberOfMessagesToMove", size);
      task.put("StartedTimestamp", queues.nowMillis());
      queues.context.store().write(() -> stored.put(id, task));
    }
    schedule(id);
    return Map.of("TaskHandle", handle);
  }

  private Queue source(EngineCall call) {
    Queue source = queues.findByArn(Objects.requireNonNullElse(call.input().text("SourceArn"), ""));
    if (source == null) {
      throw SqsErrors.noResource(
          "The resource that you specified for the SourceArn parameter doesn't exist.");
    }
    return source;
  }

  private boolean isDeadLetterQueue(Queue queue) {
    for (Queue each : queues.all()) {
      RedrivePolicy policy = each.redrivePolicy();
      if (policy != null && policy.targetArn().equals(queue.arn)) {
        return true;
      }
    }
    return false;
  }

  private static String handle(String id, Queue source) {
    String text = "{\"taskId\":\"" + id + "\",\"sourceArn\":\"" + source.arn + "\"}";
    return Base64.getEncoder()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private Structure task(String id) {
    Object document = stored.get(id);
    @SuppressWarnings("unchecked") // the document that start() puts
    Map<String, ?> map = document == null ? Map.of() : (Map<String, ?>) document;
    return Structures.of(map);
  }

  private static boolean isActive(Structure task) {
    String status = task.text("Status");
    return "RUNNING".equals(status) || "CANCELLING".equals(status);
  }

  private List<Structure> tasks(Queue source) {
    List<Structure> tasks = new ArrayList<>();
    for (String id : stored.keyList()) {
      Structure task = task(id);
      if (source.arn.equals(task.text("SourceArn"))) {
        tasks.add(task);
      }
    }
    tasks.sort(
        Comparator.comparing((Structure task) -> number(task, "StartedTimestamp")).reversed());
    return tasks;
  }

  private static long number(Structure task, String name) {
    Number number = task.number(name);
    return number == null ? 0 : number.longValue();
  }

  Map<String, ?> list(EngineCall call) {
    Queue source = source(call);
    Integer most = call.input().integer("MaxResults");
    if (most != null && (most < 1 || most > MOST_RESULTS)) {
      throw SqsErrors.parameter(
          "MaxResults", most, "Value must be between 1 and " + MOST_RESULTS + ".");
    }
    List<Map<String, Object>> results = new ArrayList<>();
    for (Structure task : tasks(source)) {
      if (results.size() < (most == null ? 1 : most)) {
        Map<String, Object> result = new LinkedHashMap<>(task);
        if (!"RUNNING".equals(task.text("Status"))) {
          result.remove("TaskHandle");
        }
        results.add(result);
      }
    }
    return Map.of("Results", results);
  }

  Map<String, ?> cancel(EngineCall call) {
    String handle = Objects.requireNonNullElse(call.input().text("TaskHandle"), "");
    synchronized (this) {
      for (String id : stored.keyList()) {
        Structure task = task(id);
        if (handle.equals(task.text("TaskHandle"))) {
          if (!"RUNNING".equals(task.text("Status"))) {
            throw SqsErrors.parameter("Only active tasks can be cancelled.");
          }
          change(id, task, Map.of("Status", "CANCELLED"));
          return Map.of(
              "ApproximateNumberOfMessagesMoved", number(task, "ApproximateNumberOfMessagesMoved"));
        }
      }
    }
    try {
      byte[] unused = Base64.getDecoder().decode(handle);
    } catch (IllegalArgumentException e) {
      throw SqsErrors.parameter("Value for parameter TaskHandle is invalid.");
    }
    throw SqsErrors.noResource("Task does not exist.");
  }

  private void change(String id, Structure task, Map<String, ?> changes) {
    Map<String, Object> changed = new LinkedHashMap<>(task);
    changed.putAll(changes);
    queues.context.store().write(() -> stored.put(id, changed));
  }

  private void schedule(String id) {
    queues.context.schedule(Duration.ofSeconds(1), () -> step(id));
  }

  private synchronized void step(String id) {
    Structure task = task(id);
    if (!isActive(task)) {
      return;
    }
    Queue source = queues.findByArn(Objects.requireNonNullElse(task.text("SourceArn"), ""));
    Integer rate = task.integer("MaxNumberOfMessagesPerSecond");
    long moved = number(task, "ApproximateNumberOfMessagesMoved");
    long started = number(task, "StartedTimestamp");
    if (source == null) {
      change(id, task, fail("AWS.SimpleQueueService.NonExistentQueue", moved));
      return;
    }
    String destination = task.text("DestinationArn");
    int most = rate == null ? STEP : rate;
    int step = 0;
    for (Message message : queues.read(source, source::messages)) {
      // Messages that arrive after the start belong to the next task.
      if (message.state != Message.State.VISIBLE || message.place > started * 1000 + 999) {
        continue;
      }
      if (step == most) {
        change(id, task, Map.of("ApproximateNumberOfMessagesMoved", moved + step));
        schedule(id);
        return;
      }
      String arn = destination == null ? message.content.deadLetterSource() : destination;
      Queue target = arn == null ? null : queues.findByArn(arn);
      if (target == null) {
        change(
            id,
            task,
            fail(
                arn == null
                    ? "CouldNotDetermineMessageSource"
                    : "AWS.SimpleQueueService.NonExistentQueue",
                moved + step));
        return;
      }
      move(source, target, message);
      step++;
    }
    change(
        id, task, Map.of("Status", "COMPLETED", "ApproximateNumberOfMessagesMoved", moved + step));
  }

  private static Map<String, Object> fail(String reason, long moved) {
    return Map.of(
        "Status", "FAILED", "FailureReason", reason, "ApproximateNumberOfMessagesMoved", moved);
  }

  /** Moves a message, which is a new one in its new queue. */
  private void move(Queue source, Queue target, Message message) {
    queues
        .context
        .store()
        .write(
            () -> {
              @Nullable Message found =
                  queues.read(
                      source,
                      () -> {
                        Message present = source.message(message.place);
                        if (present != null && present.state == Message.State.VISIBLE) {
                          source.remove(present);
                          return present;
                        }
                        return null;
                      });
              if (found != null) {
                queues.read(
                    target,
                    () -> {
                      long now = queues.nowMillis();
                      return target.add(
                          found.content.withId(UUID.randomUUID().toString()), now, now, 0);
                    });
              }
            });
  }
}
