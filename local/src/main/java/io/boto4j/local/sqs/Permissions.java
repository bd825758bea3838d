package io.boto4j.local.sqs;

import io.boto4j.Json;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Statements that AddPermission and RemovePermission write in the policy of a queue. */
final class Permissions {
  private static final int MOST_ACTIONS = 7;
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final List<String> ACTIONS =
      List.of(
          "*",
          "ChangeMessageVisibility",
          "DeleteMessage",
          "GetQueueAttributes",
          "GetQueueUrl",
          "ListDeadLetterSourceQueues",
          "PurgeQueue",
          "ReceiveMessage",
          "SendMessage");

  private final Queues queues;

  Permissions(Queues queues) {
    this.queues = queues;
  }

  Map<String, ?> add(EngineCall call) {
    Queue queue = queues.get(call.input().text("QueueUrl"));
    String label = Objects.requireNonNullElse(call.input().text("Label"), "");
    List<String> accounts = call.input().texts("AWSAccountIds");
    List<String> actions = call.input().texts("Actions");
    check(accounts, actions);
    String partition = Queue.partition(queues.context.region());
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Sid", label);
    statement.put("Effect", "Allow");
    statement.put(
        "Principal",
        Map.of(
            "AWS",
            oneOrMore(
                accounts.stream()
                    .map(account -> "arn:" + partition + ":iam::" + account + ":root")
                    .toList())));
    statement.put("Action", oneOrMore(actions.stream().map(action -> "SQS:" + action).toList()));
    statement.put("Resource", queue.arn);
    return change(
        queue,
        statements -> {
          if (statements.stream().anyMatch(each -> hasLabel(each, label))) {
            throw SqsErrors.parameter("Label", label, "Already exists.");
          }
          statements.add(statement);
        });
  }

  private static void check(List<String> accounts, List<String> actions) {
    if (actions.isEmpty()) {
      throw SqsErrors.missing("Actions");
    }
    if (accounts.isEmpty() || !accounts.stream().allMatch(id -> ACCOUNT.matcher(id).matches())) {
      throw SqsErrors.parameter("PrincipalId", accounts, "Unable to verify.");
    }
    if (actions.size() > MOST_ACTIONS) {
      throw SqsErrors.overLimit(
          actions.size() + " Actions were found, maximum allowed is " + MOST_ACTIONS + ".");
    }
    for (String action : actions) {
      if (!ACTIONS.contains(action)) {
        throw SqsErrors.parameter(
            "ActionName",
            "SQS:" + action,
            "Only the queue owner is allowed to invoke this action.");
      }
    }
  }

  private static Object oneOrMore(List<String> values) {
    return values.size() == 1 ? values.get(0) : values;
  }

  Map<String, ?> remove(EngineCall call) {
    Queue queue = queues.get(call.input().text("QueueUrl"));
    String label = Objects.requireNonNullElse(call.input().text("Label"), "");
    return change(
        queue,
        statements -> {
          if (!statements.removeIf(each -> hasLabel(each, label))) {
            throw SqsErrors.parameter("Label", label, "can't find label on existing policy.");
          }
        });
  }

  private static boolean hasLabel(@Nullable Object statement, String label) {
    return statement instanceof Map<?, ?> map && label.equals(map.get("Sid"));
  }

  private Map<String, ?> change(
      Queue queue, java.util.function.Consumer<List<@Nullable Object>> change) {
    queues.write(
        queue,
        () -> {
          Map<String, @Nullable Object> policy = policy(queue);
          List<@Nullable Object> statements = new ArrayList<>();
          if (policy.get("Statement") instanceof List<?> list) {
            statements.addAll(list);
          } else if (policy.get("Statement") != null) {
            statements.add(policy.get("Statement"));
          }
          change.accept(statements);
          policy.put("Statement", statements);
          Map<String, String> changed = new TreeMap<>();
          changed.put("Policy", statements.isEmpty() ? "" : Json.write(policy));
          queue.setAttributes(queue.attributes().with(changed), queues.nowMillis() / 1000);
          queues.save(queue);
          return true;
        });
    return Map.of();
  }

  private static Map<String, @Nullable Object> policy(Queue queue) {
    String text = queue.attributes().get("Policy");
    Map<String, @Nullable Object> policy = new LinkedHashMap<>();
    if (text != null && Json.read(text) instanceof Map<?, ?> stored) {
      stored.forEach((name, value) -> policy.put(String.valueOf(name), value));
    } else {
      policy.put("Version", "2012-10-17");
      policy.put("Id", queue.arn + "/SQSDefaultPolicy");
    }
    return policy;
  }
}
