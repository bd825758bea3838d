package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.expression.Condition;
import io.boto4j.local.dynamodb.expression.ConditionParser;
import io.boto4j.local.dynamodb.expression.Path;
import io.boto4j.local.dynamodb.expression.Projection;
import io.boto4j.local.dynamodb.expression.Substitutions;
import io.boto4j.local.dynamodb.expression.Update;
import io.boto4j.local.dynamodb.expression.UpdateParser;
import io.boto4j.local.dynamodb.value.Failures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The expressions of a request, or of a part of one, with the legacy parameters in their place. */
final class Expressions {
  private static final String PROJECTION = "ProjectionExpression";

  private final Structure input;
  private final Set<Path> paths = new HashSet<>();
  private final Set<Path> filterPaths = new HashSet<>();
  private @Nullable Update update;
  private @Nullable Condition condition;
  private @Nullable Condition keyCondition;
  private @Nullable Condition filter;
  private @Nullable Projection projection;

  private Expressions(Structure input) {
    this.input = input;
  }

  /**
   * Reads and checks the expressions.
   *
   * @param input the request
   * @param expressions the names of the expressions that it can have
   * @param legacy the names of the parameters that cannot be used with an expression
   */
  static Expressions read(Structure input, List<String> expressions, List<String> legacy) {
    Expressions read = new Expressions(input);
    List<String> present = present(input, expressions);
    if (present.isEmpty() && input.get("ExpressionAttributeNames") == null) {
      checkNoValues(input, expressions);
      return read;
    }
    read.check(expressions, present, legacy);
    Substitutions substitutions =
        new Substitutions(
            (Map<?, ?>) input.get("ExpressionAttributeNames"),
            (Map<?, ?>) input.get("ExpressionAttributeValues"));
    read.parse(expressions, substitutions);
    substitutions.checkAllUsed();
    return read;
  }

  private static List<String> present(Structure input, List<String> names) {
    List<String> present = new ArrayList<>();
    for (String name : names) {
      if (input.get(name) != null) {
        present.add(name);
      }
    }
    return present;
  }

  private void check(List<String> expressions, List<String> present, List<String> legacy) {
    if (!present.isEmpty()) {
      List<String> old = new ArrayList<>(present(input, legacy));
      if (input.get("KeyConditionExpression") == null) {
        old.remove("KeyConditions");
      }
      if (!old.isEmpty()) {
        throw Failures.validation(
            "Can not use both expression and non-expression parameters in the same request:"
                + " Non-expression parameters: {"
                + String.join(", ", old)
                + "} Expression parameters: {"
                + String.join(", ", present)
                + "}");
      }
    }
    if (input.get("ExpressionAttributeNames") != null && present.isEmpty()) {
      throw Failures.validation(
          "ExpressionAttributeNames can only be specified when using expressions");
    }
    checkNoValues(input, expressions);
  }

  private static void checkNoValues(Structure input, List<String> expressions) {
    if (input.get("ExpressionAttributeValues") == null) {
      return;
    }
    List<String> users = new ArrayList<>(expressions);
    users.remove(PROJECTION);
    if (!users.isEmpty() && present(input, users).isEmpty()) {
      throw Failures.validation(
          "ExpressionAttributeValues can only be specified when using expressions: "
              + String.join(" and ", users)
              + (users.size() > 1 ? " are" : " is")
              + " null");
    }
  }

  private void parse(List<String> expressions, Substitutions substitutions) {
    for (String name : expressions) {
      String text = input.text(name);
      if (text == null) {
        continue;
      }
      switch (name) {
        case "UpdateExpression" -> {
          update = UpdateParser.parse(text, substitutions);
          paths.addAll(update.paths());
        }
        case "ConditionExpression" -> condition = condition(name, text, substitutions);
        case "KeyConditionExpression" -> keyCondition = condition(name, text, substitutions);
        case "FilterExpression" -> {
          ConditionParser.Parsed parsed = ConditionParser.parse(name, text, substitutions);
          paths.addAll(parsed.paths());
          filterPaths.addAll(parsed.paths());
          filter = parsed.condition();
        }
        case PROJECTION -> {
          projection = Projection.parse(text, substitutions);
          paths.addAll(projection.paths());
        }
        default -> throw new IllegalArgumentException(name);
      }
    }
  }

  private Condition condition(String name, String text, Substitutions substitutions) {
    ConditionParser.Parsed parsed = ConditionParser.parse(name, text, substitutions);
    paths.addAll(parsed.paths());
    return parsed.condition();
  }

  /** Returns the update; without an expression, that of {@code AttributeUpdates}. */
  Update update() {
    return update == null ? Legacy.updates(input) : update;
  }

  /** Returns the condition, or that of {@code Expected}, or null. */
  @Nullable Condition condition() {
    return condition == null ? Legacy.expected(input) : condition;
  }

  /** Returns the parsed key condition expression, or null. */
  @Nullable Condition keyCondition() {
    return keyCondition;
  }

  /** Returns the filter, or that of a legacy parameter, or null. */
  @Nullable Condition filter(String legacy) {
    return filter == null ? Legacy.filter(input, legacy) : filter;
  }

  /** Returns whether there is a filter expression. */
  boolean hasFilterExpression() {
    return filter != null;
  }

  /** Returns the paths of the filter expression. */
  Set<Path> filterPaths() {
    return filterPaths;
  }

  /** Returns the projection, or that of {@code AttributesToGet}, or null for all attributes. */
  @Nullable Projection projection() {
    if (projection != null) {
      return projection;
    }
    List<String> names = input.texts("AttributesToGet");
    if (names.isEmpty()) {
      return null;
    }
    Set<String> distinct = new HashSet<>();
    for (String name : names) {
      if (!distinct.add(name)) {
        throw Failures.parameter("Duplicate value in attribute name: " + name);
      }
    }
    return Projection.ofNames(names);
  }

  /** Returns all paths in the expressions. */
  Set<Path> paths() {
    return paths;
  }
}
