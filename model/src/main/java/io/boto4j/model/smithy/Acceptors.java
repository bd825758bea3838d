package io.boto4j.model.smithy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts the acceptors of the waiters of an operation. */
final class Acceptors {
  /** The codes of the operation's errors by name. */
  private final Map<String, String> codes = new HashMap<>();

  Acceptors(Iterable<AstShape> errors, Protocols protocols) {
    for (AstShape error : errors) {
      codes.put(error.name(), ErrorTraits.code(error, protocols));
    }
  }

  /**
   * Converts an acceptor.
   *
   * @return null if it compares the output with the input, which botocore's format cannot express
   */
  @Nullable Map<String, Object> tree(Node acceptor) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("state", state(acceptor.require("state")));
    for (Node matcher : acceptor.require("matcher").members().values()) {
      switch (matcher.key()) {
        case "success" -> put(tree, "error", !matcher.flag());
        case "errorType" -> put(tree, "error", code(matcher.text()));
        case "output" -> putPath(tree, matcher);
        case "inputOutput" -> {
          return null;
        }
        default -> throw matcher.broken("boto4j does not know this matcher of waiters");
      }
    }
    if (!tree.containsKey("matcher")) {
      throw acceptor.broken("the matcher is missing");
    }
    return tree;
  }

  private static String state(Node state) {
    return switch (state.text()) {
      case "success", "failure", "retry" -> state.text();
      default -> throw state.broken("\"" + Excerpt.of(state.text()) + "\" is not a waiter's state");
    };
  }

  private static void put(Map<String, Object> tree, String matcher, Object expected) {
    tree.put("matcher", matcher);
    tree.put("expected", expected);
  }

  private static void putPath(Map<String, Object> tree, Node matcher) {
    Node comparator = matcher.require("comparator");
    String expected = matcher.require("expected").text();
    switch (comparator.text()) {
      case "stringEquals" -> put(tree, "path", expected);
      case "booleanEquals" -> put(tree, "path", expected.equals("true"));
      case "allStringEquals" -> put(tree, "pathAll", expected);
      case "anyStringEquals" -> put(tree, "pathAny", expected);
      default -> throw comparator.broken("boto4j does not know this comparator of waiters");
    }
    tree.put("argument", matcher.require("path").text());
  }

  /** Returns the code of an error that is named by its shape; other texts are codes already. */
  private String code(String errorType) {
    String name = errorType.substring(errorType.indexOf('#') + 1);
    return codes.getOrDefault(name, name);
  }
}
