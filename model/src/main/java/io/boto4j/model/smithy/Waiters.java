package io.boto4j.model.smithy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts the {@code waitable} traits of operations. */
final class Waiters {
  private static final String WAITABLE = "smithy.waiters#waitable";
  private static final int DEFAULT_MIN_DELAY = 2;
  private static final int DEFAULT_MAX_DELAY = 120;

  /**
   * The fewest attempts of a waiter without a longest delay. Such waiters are older than Smithy,
   * and their number of attempts is not in the model; this is the usual one in botocore's files.
   */
  private static final int USUAL_ATTEMPTS = 40;

  private final Ast ast;
  private final AstShape service;
  private final Protocols protocols;

  Waiters(Ast ast, AstShape service, Protocols protocols) {
    this.ast = ast;
    this.service = service;
    this.protocols = protocols;
  }

  /** Returns the content of {@code waiters-2.json}. */
  Map<String, Object> file(Map<String, AstShape> operations) {
    Map<String, Object> waiters = new LinkedHashMap<>();
    for (AstShape operation : operations.values()) {
      Node trait = operation.trait(WAITABLE);
      if (trait != null) {
        putAll(waiters, operation, trait);
      }
    }
    return waiters.isEmpty() ? Map.of() : Map.of("version", 2, "waiters", waiters);
  }

  private void putAll(Map<String, Object> waiters, AstShape operation, Node trait) {
    Acceptors acceptors = new Acceptors(ServiceClosure.errors(ast, service, operation), protocols);
    for (Map.Entry<String, Node> each : trait.members().entrySet()) {
      Map<String, Object> waiter = waiter(operation, each.getValue(), acceptors);
      if (waiter != null) {
        waiters.put(Identifiers.check(each.getKey(), each.getValue()), waiter);
      }
    }
  }

  /** Converts a waiter; null if botocore's format cannot express it. */
  private static @Nullable Map<String, Object> waiter(
      AstShape operation, Node node, Acceptors acceptors) {
    List<Object> converted = new ArrayList<>();
    for (Node acceptor : node.require("acceptors").elements()) {
      Map<String, Object> tree = acceptors.tree(acceptor);
      if (tree == null) {
        return null;
      }
      converted.add(tree);
    }
    Map<String, Object> waiter = new LinkedHashMap<>();
    int delay = delay(node, "minDelay", DEFAULT_MIN_DELAY);
    waiter.put("operation", operation.name());
    waiter.put("delay", delay);
    waiter.put("maxAttempts", attempts(node, delay));
    waiter.put("acceptors", converted);
    return waiter;
  }

  private static int attempts(Node waiter, int delay) {
    int attempts = delay(waiter, "maxDelay", DEFAULT_MAX_DELAY) / delay;
    return Math.max(waiter.get("maxDelay") == null ? USUAL_ATTEMPTS : 1, attempts);
  }

  private static int delay(Node waiter, String name, int fallback) {
    Node delay = waiter.get(name);
    if (delay == null) {
      return fallback;
    }
    if (delay.count() == 0) {
      throw delay.broken("must be at least 1");
    }
    return delay.count();
  }
}
