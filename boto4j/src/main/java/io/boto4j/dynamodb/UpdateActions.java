package io.boto4j.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The actions of an update, and the condition on which it takes place. {@link TableUpdate} and
 * {@link Update} have them.
 *
 * <p>Attributes are named by a path such as {@code address.lines[0]}, or by an {@link Attr} whose
 * {@link Attr#path} may have names with dots. Values are plain values as in {@link
 * AttributeValues}, or {@link Operand}s, which DynamoDB computes from the item as it was before the
 * update. Mutable, and not safe for use by multiple threads.
 *
 * @param <T> the class itself
 */
public abstract sealed class UpdateActions<T extends UpdateActions<T>> permits TableUpdate, Update {
  private final List<Action> sets = new ArrayList<>();
  private final List<Action> removes = new ArrayList<>();
  private final List<Action> adds = new ArrayList<>();
  private final List<Action> deletes = new ArrayList<>();
  private @Nullable Condition condition;

  UpdateActions() {}

  abstract T self();

  /**
   * Sets an attribute: {@code SET a = v}.
   *
   * <pre>{@code
   * update.set("role", "admin").set("total", attr("price").plus(5)).set("old", attr("new"));
   * }</pre>
   *
   * @param path the path of the attribute
   * @param value the value; null stores DynamoDB's null, while {@link #remove} removes
   * @return this
   * @throws IllegalArgumentException if the path is malformed
   */
  public T set(String path, @Nullable Object value) {
    return set(new Attr(PathText.split(path)), value);
  }

  /**
   * Sets an attribute: {@code SET a = v}.
   *
   * @param attribute the attribute
   * @param value the value; null stores DynamoDB's null, while {@link #remove} removes
   * @return this
   */
  public T set(Attr attribute, @Nullable Object value) {
    sets.add(new Action("? = ?", attribute, value));
    return self();
  }

  /**
   * Sets several attributes, each as a whole.
   *
   * @param values the values by attribute name; names may contain dots
   * @return this
   */
  public T setAll(Map<String, ?> values) {
    values.forEach((name, value) -> set(Attr.path(name), value));
    return self();
  }

  /**
   * Sets an attribute unless it exists: {@code SET a = if_not_exists(a, v)}.
   *
   * @param path the path of the attribute
   * @param value the value for an item without the attribute
   * @return this
   * @throws IllegalArgumentException if the path is malformed
   */
  public T setIfAbsent(String path, @Nullable Object value) {
    return setIfAbsent(new Attr(PathText.split(path)), value);
  }

  /**
   * Sets an attribute unless it exists: {@code SET a = if_not_exists(a, v)}.
   *
   * @param attribute the attribute
   * @param value the value for an item without the attribute
   * @return this
   */
  public T setIfAbsent(Attr attribute, @Nullable Object value) {
    return set(attribute, attribute.orElse(value));
  }

  /**
   * Adds elements at the end of a list, which is created if the attribute does not exist: {@code
   * SET a = list_append(if_not_exists(a, []), v)}.
   *
   * @param path the path of the attribute
   * @param elements the elements; a list is one element
   * @return this
   * @throws IllegalArgumentException if the path is malformed
   */
  public T append(String path, @Nullable Object... elements) {
    return append(new Attr(PathText.split(path)), elements);
  }

  /**
   * Adds elements at the end of a list, which is created if the attribute does not exist.
   *
   * @param attribute the attribute
   * @param elements the elements; a list is one element
   * @return this
   */
  public T append(Attr attribute, @Nullable Object... elements) {
    return set(
        attribute,
        new Operand.Computed("list_append(?, ?)", attribute.orElse(List.of()), listOf(elements)));
  }

  /**
   * Adds elements at the beginning of a list, which is created if the attribute does not exist:
   * {@code SET a = list_append(v, if_not_exists(a, []))}.
   *
   * @param path the path of the attribute
   * @param elements the elements; a list is one element
   * @return this
   * @throws IllegalArgumentException if the path is malformed
   */
  public T prepend(String path, @Nullable Object... elements) {
    Attr attribute = new Attr(PathText.split(path));
    return set(
        attribute,
        new Operand.Computed("list_append(?, ?)", listOf(elements), attribute.orElse(List.of())));
  }

  private static List<@Nullable Object> listOf(@Nullable Object... elements) {
    List<@Nullable Object> list = new ArrayList<>(elements.length);
    for (Object each : elements) {
      list.add(each);
    }
    return list;
  }

  /**
   * Adds to a number, which counts as 0 if it does not exist, or adds elements to a set: {@code ADD
   * a v}.
   *
   * @param path the path of the attribute
   * @param numberOrSet a number to add, negative to subtract; or the elements, as a {@code Set}
   * @return this
   * @throws IllegalArgumentException if the path is malformed, or the value is neither a number nor
   *     a set
   */
  public T add(String path, Object numberOrSet) {
    return add(new Attr(PathText.split(path)), numberOrSet);
  }

  /**
   * Adds to a number, which counts as 0 if it does not exist, or adds elements to a set: {@code ADD
   * a v}.
   *
   * @param attribute the attribute
   * @param numberOrSet a number to add, negative to subtract; or the elements, as a {@code Set}
   * @return this
   * @throws IllegalArgumentException if the value is neither a number nor a set
   */
  public T add(Attr attribute, Object numberOrSet) {
    if (!(numberOrSet instanceof Number) && !(numberOrSet instanceof Set)) {
      throw new IllegalArgumentException(
          "add(…) to "
              + attribute
              + " takes a number or a Set, not "
              + ValueSerializer.typeName(numberOrSet)
              + "; append(…) adds to a list");
    }
    adds.add(new Action("? ?", attribute, numberOrSet));
    return self();
  }

  /**
   * Removes elements from a set: {@code DELETE a v}. {@link #remove} removes a whole attribute.
   *
   * @param path the path of the attribute
   * @param elements the elements of the set to remove
   * @return this
   * @throws IllegalArgumentException if the path is malformed
   */
  public T delete(String path, Set<?> elements) {
    return delete(new Attr(PathText.split(path)), elements);
  }

  /**
   * Removes elements from a set: {@code DELETE a v}.
   *
   * @param attribute the attribute
   * @param elements the elements of the set to remove
   * @return this
   */
  public T delete(Attr attribute, Set<?> elements) {
    deletes.add(new Action("? ?", attribute, Objects.requireNonNull(elements, "elements")));
    return self();
  }

  /**
   * Removes attributes, or elements of lists: {@code REMOVE a, b[0]}.
   *
   * @param paths the paths of the attributes
   * @return this
   * @throws IllegalArgumentException if a path is malformed
   */
  public T remove(String... paths) {
    for (String path : paths) {
      remove(new Attr(PathText.split(path)));
    }
    return self();
  }

  /**
   * Removes an attribute, or an element of a list: {@code REMOVE a}.
   *
   * @param attribute the attribute
   * @return this
   */
  public T remove(Attr attribute) {
    removes.add(new Action("?", attribute));
    return self();
  }

  /**
   * Makes the update depend on a condition. A second condition is required as well as the first.
   *
   * @param required the condition that the item must fulfil
   * @return this
   */
  public T when(Condition required) {
    condition = condition == null ? Objects.requireNonNull(required) : condition.and(required);
    return self();
  }

  /** The paths that are updated, in the order of the calls for each kind of action. */
  final List<Attr> attributes() {
    List<Attr> attributes = new ArrayList<>();
    for (List<Action> clause : List.of(sets, removes, adds, deletes)) {
      for (Action action : clause) {
        attributes.add((Attr) Objects.requireNonNull(action.arguments.get(0)));
      }
    }
    return attributes;
  }

  /** Writes {@code UpdateExpression} and {@code ConditionExpression} into a request. */
  final void writeInto(Map<String, Object> request, ExpressionWriter writer) {
    StringBuilder text = new StringBuilder();
    clause("SET ", sets, writer, text);
    clause("REMOVE ", removes, writer, text);
    clause("ADD ", adds, writer, text);
    clause("DELETE ", deletes, writer, text);
    if (text.length() > 0) {
      request.put("UpdateExpression", text.toString());
    }
    if (condition != null) {
      request.put("ConditionExpression", condition.written(writer));
    }
  }

  private static void clause(
      String keyword, List<Action> actions, ExpressionWriter writer, StringBuilder text) {
    String separator = text.length() == 0 ? keyword : " " + keyword;
    for (Action action : actions) {
      text.append(separator);
      try {
        ExpressionPart.write(action.pattern, action.arguments, writer, text);
      } catch (BadValueException e) {
        Attr attribute = (Attr) Objects.requireNonNull(action.arguments.get(0));
        throw e.in(PathText.text(attribute.path())).report();
      }
      separator = ", ";
    }
  }

  final boolean hasCondition() {
    return condition != null;
  }

  private static final class Action {
    final String pattern;
    final List<@Nullable Object> arguments;

    Action(String pattern, @Nullable Object... arguments) {
      this.pattern = pattern;
      this.arguments = listOf(arguments);
    }
  }
}
