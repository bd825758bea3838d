package io.boto4j.dynamodb;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An expression in DynamoDB's own form.
 *
 * @param text the text with placeholders, such as {@code #n0 = :v0}
 * @param names the names of attributes by placeholder: {@code ExpressionAttributeNames}
 * @param values the attribute values by placeholder: {@code ExpressionAttributeValues}
 */
public record Expression(String text, Map<String, String> names, Map<String, Object> values) {
  /**
   * Creates an expression.
   *
   * @param text the text with placeholders
   * @param names the names by placeholder; copied
   * @param values the attribute values by placeholder; copied
   */
  public Expression {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Returns the text and the names, without the values, which may be secret.
   *
   * @return the text
   */
  @Override
  public String toString() {
    return text + " " + names;
  }
}
