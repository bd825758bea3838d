package io.boto4j.model.smithy;

import java.util.Map;

/** The traits that limit values: they belong to shapes in botocore's files. */
final class Constraints {
  private static final String LENGTH = "smithy.api#length";
  private static final String RANGE = "smithy.api#range";
  private static final String PATTERN = "smithy.api#pattern";

  private Constraints() {}

  /** Whether a member has constraints of its own. */
  static boolean in(Map<String, Node> traits) {
    return traits.containsKey(LENGTH) || traits.containsKey(RANGE) || traits.containsKey(PATTERN);
  }

  /** Adds the constraints among traits. The pattern stays a text, which nothing compiles here. */
  static void put(Map<String, Object> tree, Map<String, Node> traits) {
    putLimits(tree, traits, LENGTH);
    putLimits(tree, traits, RANGE);
    Node pattern = traits.get(PATTERN);
    if (pattern != null) {
      tree.put("pattern", pattern.text());
    }
  }

  private static void putLimits(Map<String, Object> tree, Map<String, Node> traits, String trait) {
    Node limits = traits.get(trait);
    if (limits != null) {
      putLimit(tree, limits, "min");
      putLimit(tree, limits, "max");
    }
  }

  private static void putLimit(Map<String, Object> tree, Node limits, String name) {
    Node limit = limits.get(name);
    if (limit != null) {
      tree.put(name, limit.number());
    }
  }
}
