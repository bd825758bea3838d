package io.boto4j.local.dynamodb.expression;

import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The path of a document: an attribute, and what leads from there into maps and lists.
 *
 * @param head the name of the attribute
 * @param steps the steps from there, none for the attribute itself
 */
public record Path(String head, List<Step> steps) {
  /** A step into a map or list. */
  public sealed interface Step {}

  /**
   * A step into a map.
   *
   * @param name the name of the entry
   */
  public record Entry(String name) implements Step {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A step into a list.
   *
   * @param index the position, from 0
   */
  public record Element(int index) implements Step {
    @Override
    public String toString() {
      return "[" + index + "]";
    }
  }

  /**
   * Creates the path of an attribute.
   *
   * @param name the name of the attribute
   * @return the path
   */
  public static Path of(String name) {
    return new Path(name, List.of());
  }

  /**
   * Returns whether the path leads into an attribute.
   *
   * @return false if it is that of an attribute itself
   */
  public boolean isNested() {
    return !steps.isEmpty();
  }

  /**
   * Follows the path.
   *
   * @param item the item
   * @return the value, or null if it does not exist
   */
  public @Nullable Value in(Attributes item) {
    Value value = item.find(head);
    for (int i = 0; i < steps.size() && value != null; i++) {
      value = step(value, steps.get(i));
    }
    return value;
  }

  static @Nullable Value step(Value value, Step step) {
    if (step instanceof Entry entry) {
      return value instanceof Value.MapOf map ? map.attributes().find(entry.name) : null;
    }
    int index = ((Element) step).index;
    return value instanceof Value.ListOf list && index < list.elements().size()
        ? list.elements().get(index)
        : null;
  }

  /** Returns what DynamoDB has to say about two paths in one expression, or null. */
  @Nullable String clash(Path other) {
    if (!head.equals(other.head)) {
      return null;
    }
    for (int i = 0; i < steps.size() && i < other.steps.size(); i++) {
      Step mine = steps.get(i);
      Step theirs = other.steps.get(i);
      if (mine.getClass() != theirs.getClass()) {
        return "Two document paths conflict with each other; must remove or rewrite one of these"
            + " paths; path one: "
            + this
            + ", path two: "
            + other;
      }
      if (!mine.equals(theirs)) {
        return null;
      }
    }
    return "Two document paths overlap with each other; must remove or rewrite one of these paths;"
        + " path one: "
        + this
        + ", path two: "
        + other;
  }

  /** Returns the path as DynamoDB's messages show it, such as {@code [a, b, [3]]}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    parts.add(head);
    for (Step step : steps) {
      parts.add(step.toString());
    }
    return "[" + String.join(", ", parts) + "]";
  }
}
