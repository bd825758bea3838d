package io.boto4j.local.policy;

import io.boto4j.Json;
import io.boto4j.error.Boto4jException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A policy that has been read. */
public final class PolicyDocument {
  private final String id;
  private final String type;
  private final List<Statement> statements;

  private PolicyDocument(String id, String type, List<Statement> statements) {
    this.id = id;
    this.type = type;
    this.statements = List.copyOf(statements);
  }

  /**
   * Reads a policy.
   *
   * @param id names the policy in the statements that a decision reports
   * @param type the type, such as {@code IAM Policy}
   * @param json the document
   * @return the policy
   * @throws IllegalArgumentException if the document is not a policy
   */
  public static PolicyDocument parse(String id, String type, String json) {
    Object root;
    try {
      root = Json.read(json);
    } catch (IllegalArgumentException | Boto4jException e) {
      throw new IllegalArgumentException("The policy is not JSON", e);
    }
    if (!(root instanceof Map<?, ?> document)) {
      throw new IllegalArgumentException("The policy is not an object");
    }
    List<Statement> statements = new ArrayList<>();
    Object all = document.get("Statement");
    for (Object one : all instanceof List<?> list ? list : all == null ? List.of() : List.of(all)) {
      if (!(one instanceof Map<?, ?> statement)) {
        throw new IllegalArgumentException("A statement is not an object");
      }
      statements.add(statement(statement));
    }
    return new PolicyDocument(id, type, statements);
  }

  private static Statement statement(Map<?, ?> json) {
    Object sid = json.get("Sid");
    return new Statement(
        sid instanceof String text ? text : "",
        "Allow".equals(json.get("Effect")),
        principals(json.get("Principal")),
        principals(json.get("NotPrincipal")),
        texts(json.get("Action")),
        texts(json.get("NotAction")),
        texts(json.get("Resource")),
        texts(json.get("NotResource")),
        conditions(json.get("Condition")));
  }

  private static @Nullable List<String> texts(@Nullable Object json) {
    if (json == null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Object one : json instanceof List<?> list ? list : List.of(json)) {
      texts.add(String.valueOf(one));
    }
    return texts;
  }

  private static @Nullable Map<String, List<String>> principals(@Nullable Object json) {
    if (json == null) {
      return null;
    }
    if (!(json instanceof Map<?, ?> map)) {
      return Map.of("*", List.of(String.valueOf(json)), "AWS", List.of(String.valueOf(json)));
    }
    Map<String, List<String>> principals = new LinkedHashMap<>();
    map.forEach(
        (kind, names) -> {
          List<String> all = texts(names);
          principals.put(String.valueOf(kind), all == null ? List.of() : all);
        });
    return principals;
  }

  private static List<Condition> conditions(@Nullable Object json) {
    List<Condition> conditions = new ArrayList<>();
    if (json instanceof Map<?, ?> operators) {
      operators.forEach(
          (operator, keys) -> {
            if (keys instanceof Map<?, ?> map) {
              map.forEach(
                  (key, values) -> {
                    List<String> all = texts(values);
                    conditions.add(
                        Condition.of(
                            String.valueOf(operator),
                            String.valueOf(key),
                            all == null ? List.of() : all));
                  });
            }
          });
    }
    return conditions;
  }

  /**
   * Whether the policy has no statements.
   *
   * @return whether it has none
   */
  public boolean isEmpty() {
    return statements.isEmpty();
  }

  /**
   * Returns the id of the policy.
   *
   * @return the id
   */
  public String id() {
    return id;
  }

  /**
   * Returns the type of the policy.
   *
   * @return the type
   */
  public String type() {
    return type;
  }

  /**
   * Whether a statement allows actions of a service by name.
   *
   * @param service the prefix of the actions, such as {@code s3}
   * @return whether there is one
   */
  public boolean mentions(String service) {
    for (Statement statement : statements) {
      List<String> actions = statement.actions();
      if (statement.allows()
          && actions != null
          && actions.stream().anyMatch(action -> action.startsWith(service + ":"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the keys of the context that conditions and variables refer to.
   *
   * @return the keys, in order
   */
  public Set<String> contextKeys() {
    TreeSet<String> keys = new TreeSet<>();
    for (Statement statement : statements) {
      statement.conditions().forEach(condition -> keys.add(condition.key()));
      List<String> resources = statement.resources();
      if (resources != null) {
        resources.forEach(text -> addVariables(text, keys));
      }
      for (Condition condition : statement.conditions()) {
        condition.values().forEach(text -> addVariables(text, keys));
      }
    }
    return keys;
  }

  private static void addVariables(String text, Set<String> keys) {
    int start = text.indexOf("${");
    while (start >= 0) {
      int end = text.indexOf('}', start);
      if (end < 0) {
        return;
      }
      String name = text.substring(start + 2, end).split(",", 2)[0].trim();
      if (name.indexOf(':') > 0) {
        keys.add(name);
      }
      start = text.indexOf("${", end);
    }
  }

  List<Statement> statements() {
    return statements;
  }
}
