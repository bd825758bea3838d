package io.boto4j.model.smithy;

import java.util.LinkedHashMap;
import java.util.Map;

/** The traits that {@code apply} statements add to shapes and members. */
final class Applied {
  private final Map<String, Map<String, Node>> byTarget = new LinkedHashMap<>();
  private final Map<String, Node> statements = new LinkedHashMap<>();

  /**
   * Adds a statement.
   *
   * @param target the id of a shape, or of a member, such as {@code ns#Shape$member}
   */
  void add(String target, Node statement) {
    statements.put(target, statement);
    byTarget
        .computeIfAbsent(target, key -> new LinkedHashMap<>())
        .putAll(statement.membersOf("traits"));
  }

  /** Returns the traits with those applied to a shape. */
  Map<String, Node> toShape(String shape, Map<String, Node> traits) {
    Map<String, Node> applied = byTarget.get(shape);
    if (applied == null) {
      return traits;
    }
    Map<String, Node> all = new LinkedHashMap<>(traits);
    all.putAll(applied);
    return all;
  }

  /** Returns the traits with those applied to a member. */
  Map<String, Node> toMember(String shape, String member, Map<String, Node> traits) {
    return byTarget.isEmpty() ? traits : toShape(shape + "$" + member, traits);
  }

  /** Returns the statements by the id of their target. */
  Map<String, Node> statements() {
    return statements;
  }
}
