package io.boto4j.dynamodb;

/**
 * The beginnings of conditions, for a static import: boto3's {@code Key} and {@code Attr}.
 *
 * <pre>{@code
 * import static io.boto4j.dynamodb.Conditions.*;
 *
 * users.query(key("email").eq(email).and(key("created").gt("2026")))
 *     .filter(attr("is_active").eq(true).or(attr("role").in("admin", "owner")));
 * }</pre>
 *
 * <p>The conditions have boto3's operators under boto3's names in camel case: {@code eq}, {@code
 * lt}, {@code lte}, {@code gt}, {@code gte}, {@code between} and {@code beginsWith} on both; {@code
 * ne}, {@code in}, {@code exists}, {@code notExists}, {@code contains}, {@code attributeType} and
 * {@code size} on attributes. {@code &}, {@code |} and {@code ~} are {@link
 * Condition#and(Condition)}, {@link Condition#or(Condition)} and {@link Condition#not()}.
 */
public final class Conditions {
  private Conditions() {}

  /**
   * Returns a key attribute, for the condition of a query.
   *
   * @param name the attribute's name; {@link Key#named} takes names with dots or brackets
   * @return the attribute
   * @throws IllegalArgumentException if the name is malformed
   */
  public static Key key(String name) {
    return new Key(PathText.split(name));
  }

  /**
   * Returns an attribute, for filters, conditions of writes, and updates.
   *
   * @param path the name of an attribute, or a path such as {@code address.lines[0]}; {@link
   *     Attr#path} takes names with dots or brackets
   * @return the attribute
   * @throws IllegalArgumentException if the path is malformed
   */
  public static Attr attr(String path) {
    return new Attr(PathText.split(path));
  }

  /**
   * Returns a condition that requires all of several: boto3's {@code &} between each.
   *
   * @param first the first condition
   * @param others the others
   * @return {@code ((first AND second) AND third) …}
   */
  public static Condition allOf(Condition first, Condition... others) {
    Condition all = first;
    for (Condition each : others) {
      all = all.and(each);
    }
    return all;
  }

  /**
   * Returns a condition that requires at least one of several: boto3's {@code |} between each.
   *
   * @param first the first condition
   * @param others the others
   * @return {@code ((first OR second) OR third) …}
   */
  public static Condition anyOf(Condition first, Condition... others) {
    Condition any = first;
    for (Condition each : others) {
      any = any.or(each);
    }
    return any;
  }

  /**
   * Returns a condition that requires that another does not hold: boto3's {@code ~}.
   *
   * @param condition the condition
   * @return {@code (NOT condition)}
   */
  public static Condition not(Condition condition) {
    return condition.not();
  }
}
