package io.boto4j.dynamodb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the attributes of an item, made by {@link Conditions}: boto3's {@code
 * ConditionBase}.
 *
 * <p>The expression that is sent has boto3's form, such as {@code (#n0 = :v0 AND
 * attribute_exists(#n1))}: names and values are never part of its text, so any name and any value
 * is safe. Immutable and safe for use by multiple threads.
 *
 * <pre>{@code
 * Condition adult = attr("age").gte(18).and(attr("blocked").notExists());
 * }</pre>
 */
public final class Condition extends ExpressionPart {
  /** DynamoDB allows 300 operators; the bound keeps the recursion below the stack's size. */
  private static final int MOST_LEVELS = 500;

  private final String pattern;
  private final List<@Nullable Object> arguments;
  private final int levels;

  Condition(String pattern, List<? extends @Nullable Object> arguments) {
    this.pattern = pattern;
    this.arguments = Collections.unmodifiableList(new ArrayList<@Nullable Object>(arguments));
    int deepest = 0;
    for (Object each : arguments) {
      if (each instanceof Condition condition) {
        deepest = Math.max(deepest, condition.levels);
      }
    }
    this.levels = deepest + 1;
    if (levels > MOST_LEVELS) {
      throw new IllegalArgumentException(
          "A condition has more than "
              + MOST_LEVELS
              + " levels: DynamoDB allows 300 operators in one expression");
    }
  }

  /**
   * Returns a condition that requires both this one and another.
   *
   * @param other the other condition
   * @return {@code (this AND other)}
   * @throws IllegalArgumentException if the condition is nested more than 500 levels deep
   */
  public Condition and(Condition other) {
    return new Condition("(? AND ?)", List.of(this, Objects.requireNonNull(other, "other")));
  }

  /**
   * Returns a condition that requires this one or another.
   *
   * @param other the other condition
   * @return {@code (this OR other)}
   * @throws IllegalArgumentException if the condition is nested more than 500 levels deep
   */
  public Condition or(Condition other) {
    return new Condition("(? OR ?)", List.of(this, Objects.requireNonNull(other, "other")));
  }

  /**
   * Returns a condition that requires that this one does not hold.
   *
   * @return {@code (NOT this)}
   * @throws IllegalArgumentException if the condition is nested more than 500 levels deep
   */
  public Condition not() {
    return new Condition("(NOT ?)", List.of(this));
  }

  /**
   * Returns the condition as an expression with placeholders, for calls of a client without {@link
   * Documents}: boto3's {@code ConditionExpressionBuilder}.
   *
   * @return the text, and the names and attribute values of its placeholders
   * @throws IllegalArgumentException if DynamoDB cannot store one of the values
   */
  public Expression expression() {
    ExpressionWriter writer = new ExpressionWriter();
    String text = written(writer);
    Map<String, String> names = new LinkedHashMap<>();
    writer.names().forEach((placeholder, name) -> names.put(placeholder, (String) name));
    return new Expression(text, names, writer.values());
  }

  /** The text, whose placeholders are added to a writer. */
  String written(ExpressionWriter writer) {
    StringBuilder text = new StringBuilder();
    try {
      write(writer, text);
    } catch (BadValueException e) {
      throw new IllegalArgumentException("A value of a condition: " + e.report().getMessage(), e);
    }
    return text.toString();
  }

  @Override
  void write(ExpressionWriter writer, StringBuilder text) {
    write(pattern, arguments, writer, text);
  }

  /** Checks that the condition is about keys only. */
  Condition requireKeys() {
    for (Object each : arguments) {
      if (each instanceof Condition condition) {
        condition.requireKeys();
      } else if (each instanceof Operand operand && !operand.isKey()) {
        throw new IllegalArgumentException(
            "A condition on keys consists of key(…) alone, and has "
                + operand
                + ": make that part a filter, or use key(…)");
      }
    }
    return this;
  }

  /**
   * Returns the expression with its placeholders, without the values, which may be secret.
   *
   * @return a text such as <code>#n0 = :v0 {#n0=email}</code>
   */
  @Override
  public String toString() {
    ExpressionWriter writer = new ExpressionWriter();
    return written(writer) + " " + writer.names();
  }
}
