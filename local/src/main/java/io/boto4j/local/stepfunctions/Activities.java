package io.boto4j.local.stepfunctions;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.stepfunctions.asl.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Activities: work of Task states that workers ask for. */
final class Activities {
  /** How long a worker waits for work. */
  private static final int SECONDS = 60;

  private final SfnState state;
  private final MVMap<String, Object> activities;
  private final Map<String, BlockingQueue<Work>> queues = new ConcurrentHashMap<>();

  Activities(SfnState state) {
    this.state = state;
    this.activities = state.activities;
  }

  /** Work that no worker has yet. */
  private record Work(String token, String input) {}

  /**
   * Adds the operations.
   *
   * @param started is told of a token that a worker takes, and whether its task still waits
   */
  void register(Predicate<String> started) {
    state.table.write("CreateActivity", this::create);
    state.table.write("DeleteActivity", this::delete);
    state.table.read("DescribeActivity", call -> require(call.input().text("activityArn")));
    state.table.read("ListActivities", this::list);
    state.table.read("GetActivityTask", call -> take(call, started));
  }

  private Structure require(@Nullable String arn) {
    if (arn == null || !arn.contains(":activity:")) {
      throw SfnErrors.invalidArn(arn);
    }
    Structure activity = SfnState.find(activities, arn);
    if (activity == null) {
      throw SfnErrors.of("ActivityDoesNotExist", "Activity Does Not Exist: '" + arn + "'");
    }
    return activity;
  }

  private Map<String, ?> create(EngineCall call) {
    String name = String.valueOf(call.input().text("name"));
    SfnState.checkName(name);
    String arn = state.arn("activity:" + name);
    String encryption = call.input().text("encryptionConfiguration", "type");
    if (encryption != null && !encryption.equals("AWS_OWNED_KEY")) {
      throw SfnErrors.of(
          "InvalidEncryptionConfiguration", "boto4j-local does not encrypt activities");
    }
    Structure known = SfnState.find(activities, arn);
    if (known == null) {
      SfnTags.add(state, arn, call.input().structures("tags"));
      SfnState.put(
          activities,
          arn,
          Params.of(
              "activityArn",
              arn,
              "name",
              name,
              "creationDate",
              state.context.clock().instant(),
              "encryptionConfiguration",
              Params.of("type", "AWS_OWNED_KEY")));
    }
    return Params.copyOf(require(arn)).without("name").without("encryptionConfiguration");
  }

  private Map<String, ?> delete(EngineCall call) {
    String arn = String.valueOf(call.input().text("activityArn"));
    if (!arn.contains(":activity:")) {
      throw SfnErrors.invalidArn(arn);
    }
    activities.remove(arn);
    state.tags.remove(arn);
    return Map.of();
  }

  private Map<String, ?> list(EngineCall call) {
    List<Params> all = new ArrayList<>();
    for (Structure each : SfnState.all(activities)) {
      all.add(Params.copyOf(each).without("encryptionConfiguration"));
    }
    return SfnState.page(call.input(), "activities", all, 100);
  }

  private BlockingQueue<Work> queue(String arn) {
    return queues.computeIfAbsent(arn, key -> new LinkedBlockingQueue<>());
  }

  /** Offers work to the workers of an activity. */
  void offer(String arn, String token, String input) {
    if (SfnState.find(activities, arn) == null) {
      throw new Failure("States.Runtime", "The activity " + arn + " does not exist");
    }
    queue(arn).add(new Work(token, input));
  }

  private Map<String, ?> take(EngineCall call, Predicate<String> started) {
    String arn = String.valueOf(require(call.input().text("activityArn")).text("activityArn"));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    try {
      while (true) {
        Work work = queue(arn).poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (work == null) {
          return Map.of();
        }
        if (started.test(work.token)) {
          return Params.of("taskToken", work.token, "input", work.input);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }
}
