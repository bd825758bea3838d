package io.boto4j.dynamodb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of an item, or a part of one, made by {@link Conditions#attr(String)}: boto3's
 * {@code Attr}.
 *
 * <pre>{@code
 * Condition a = attr("address.lines[0]").beginsWith("Main");
 * Condition b = Attr.path("settings", "mail.daily").eq(true);     // a name with a dot
 * Condition c = attr("spent").lte(attr("budget"));
 * }</pre>
 */
public final class Attr extends AttributeOperand {
  private final List<Object> path;

  Attr(List<Object> path) {
    this.path = path;
  }

  /**
   * Returns the attribute at a path whose parts are given one by one, so that names may contain
   * dots and brackets.
   *
   * @param parts names and indexes ({@code Integer}s from 0); the first is a name
   * @return the attribute
   * @throws IllegalArgumentException if a part is anything else, or empty
   */
  public static Attr path(Object... parts) {
    return new Attr(PathText.checked(parts));
  }

  /**
   * Not equal: {@code a <> v}. An absent attribute is not equal to any value.
   *
   * @param value the value; null is DynamoDB's null, not an absent attribute
   * @return the condition
   */
  public Condition ne(@Nullable Object value) {
    return condition("? <> ?", value);
  }

  /**
   * Equal to one of several values: {@code a IN (v, w)}.
   *
   * @param values 1 to 100 values; the elements of a single {@code Collection} are used
   * @return the condition
   * @throws IllegalArgumentException if there are no values, or more than 100
   */
  public Condition in(@Nullable Object... values) {
    List<@Nullable Object> all =
        values.length == 1 && values[0] instanceof Collection<?> only
            ? new ArrayList<@Nullable Object>(only)
            : Arrays.asList(values);
    if (all.isEmpty() || all.size() > 100) {
      throw new IllegalArgumentException(
          this + ": in(…) takes 1 to 100 values, and has " + all.size());
    }
    StringBuilder pattern = new StringBuilder("? IN (?");
    for (int i = 1; i < all.size(); i++) {
      pattern.append(", ?");
    }
    return condition(pattern.append(')').toString(), all.toArray());
  }

  /**
   * The attribute exists, whatever its value: {@code attribute_exists(a)}.
   *
   * @return the condition
   */
  public Condition exists() {
    return condition("attribute_exists(?)");
  }

  /**
   * The attribute does not exist: {@code attribute_not_exists(a)}. On a key attribute: the item
   * does not exist.
   *
   * @return the condition
   */
  public Condition notExists() {
    return condition("attribute_not_exists(?)");
  }

  /**
   * A string contains another, or a list or set contains an element: {@code contains(a, v)}.
   *
   * @param value the substring or the element
   * @return the condition
   */
  public Condition contains(@Nullable Object value) {
    return condition("contains(?, ?)", value);
  }

  /**
   * The attribute is of a type: {@code attribute_type(a, t)}.
   *
   * @param type {@code S}, {@code N}, {@code B}, {@code BOOL}, {@code NULL}, {@code M}, {@code L},
   *     {@code SS}, {@code NS} or {@code BS}
   * @return the condition
   */
  public Condition attributeType(String type) {
    return condition("attribute_type(?, ?)", type);
  }

  /**
   * Returns the size of the attribute, to compare it: {@code size(a)}.
   *
   * @return the size
   */
  public Size size() {
    return new Size(this);
  }

  /**
   * Returns the attribute, or a value if it does not exist, for {@link UpdateActions#set}: {@code
   * if_not_exists(a, v)}.
   *
   * @param value the value or operand for an item without the attribute
   * @return the operand
   */
  public Operand orElse(@Nullable Object value) {
    return new Operand.Computed("if_not_exists(?, ?)", this, value);
  }

  /** The parts of the path: names, and indexes as Integers. */
  List<Object> path() {
    return path;
  }

  @Override
  void write(ExpressionWriter writer, StringBuilder text) {
    writer.path(path, text);
  }

  @Override
  public String toString() {
    return "attr(" + PathText.text(path) + ")";
  }
}
