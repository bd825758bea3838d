package io.boto4j.local.dynamodb.expression;

import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Failures;
import io.boto4j.local.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parsed update expression, or the {@code AttributeUpdates} that are equivalent to one. */
public final class Update {
  private static final int INDEX_DIGITS = 10;

  private final List<Action> actions;

  /** One change. */
  public sealed interface Action {
    /**
     * Returns the path of what is changed.
     *
     * @return the path
     */
    Path path();
  }

  /**
   * Assigns a value.
   *
   * @param path the path
   * @param value the value
   */
  public record Set(Path path, UpdateValue value) implements Action {}

  /**
   * Removes a value.
   *
   * @param path the path
   */
  public record Remove(Path path) implements Action {}

  /**
   * Adds to a number or set, or if {@code lists}, to a list.
   *
   * @param path the path
   * @param value the value
   */
  public record Add(Path path, Value value) implements Action {}

  /**
   * Deletes elements of a set.
   *
   * @param path the path
   * @param value the elements
   */
  public record Delete(Path path, Value value) implements Action {}

  Update(List<Action> actions) {
    this.actions = List.copyOf(actions);
  }

  /**
   * Creates an update of given actions.
   *
   * @param actions the actions
   * @return the update
   */
  public static Update of(List<Action> actions) {
    return new Update(actions);
  }

  /**
   * Returns the actions.
   *
   * @return the actions, in the order of the expression
   */
  public List<Action> actions() {
    return actions;
  }

  /**
   * Returns the paths of all changes.
   *
   * @return the paths
   */
  public List<Path> paths() {
    return actions.stream().map(Action::path).toList();
  }

  /**
   * Applies the update.
   *
   * <p>All values are computed from the item as it was. Elements are removed from lists at last and
   * from the end, so that every position is one of the list as it was.
   *
   * @param item the item, or the key if the item does not exist
   * @return the changed item
   */
  public Attributes applyTo(Attributes item) {
    Map<Path, Value> assigned = new LinkedHashMap<>();
    for (Action action : actions) {
      if (action instanceof Set set) {
        assigned.put(set.path, set.value.in(item));
      }
    }
    Attributes changed = item;
    for (Map.Entry<Path, Value> each : inOrder(assigned)) {
      changed = Documents.put(changed, each.getKey(), each.getValue());
    }
    List<Path> removed = new ArrayList<>();
    for (Action action : actions) {
      if (action instanceof Add add) {
        changed = add(item, changed, add);
      } else if (action instanceof Delete delete) {
        changed = delete(item, changed, delete, removed);
      } else if (action instanceof Remove remove) {
        removed.add(remove.path);
      }
    }
    removed.sort(Comparator.comparing(Update::sortKey).reversed());
    for (Path path : removed) {
      changed = Documents.remove(changed, path);
    }
    return changed;
  }

  /** Several elements after the end of a list are appended in the order of their positions. */
  private static List<Map.Entry<Path, Value>> inOrder(Map<Path, Value> assigned) {
    List<Map.Entry<Path, Value>> entries = new ArrayList<>(assigned.entrySet());
    if (entries.size() > 1) {
      entries.sort(Comparator.comparingInt(entry -> lastIndex(entry.getKey())));
    }
    return entries;
  }

  /** Returns a text by which the elements of one list are in the order of their positions. */
  private static String sortKey(Path path) {
    StringBuilder key = new StringBuilder(path.head());
    for (Path.Step step : path.steps()) {
      key.append('\0');
      if (step instanceof Path.Element element) {
        String index = Integer.toString(element.index());
        key.append("0".repeat(INDEX_DIGITS - index.length())).append(index);
      } else {
        key.append(step);
      }
    }
    return key.toString();
  }

  private static int lastIndex(Path path) {
    int last = path.steps().size() - 1;
    return last >= 0 && path.steps().get(last) instanceof Path.Element element
        ? element.index()
        : -1;
  }

  private static Attributes add(Attributes item, Attributes changed, Add add) {
    Value existing = add.path.in(item);
    Value sum = existing == null ? add.value : sum(existing, add.value);
    return Documents.put(changed, add.path, sum);
  }

  private static Value sum(Value existing, Value added) {
    if (existing instanceof Value.Num && added instanceof Value.Num) {
      return new UpdateValue.Sum(
              new UpdateValue.Literal(existing), false, new UpdateValue.Literal(added))
          .in(Attributes.NONE);
    }
    if (existing instanceof Value.SetOf set
        && added instanceof Value.SetOf other
        && set.type() == other.type()) {
      return Documents.union(set, other);
    }
    if (existing instanceof Value.ListOf && added instanceof Value.ListOf) {
      return new UpdateValue.ListAppend(
              new UpdateValue.Literal(existing), new UpdateValue.Literal(added))
          .in(Attributes.NONE);
    }
    throw UpdateValue.wrongType();
  }

  private static Attributes delete(
      Attributes item, Attributes changed, Delete delete, List<Path> removed) {
    Value existing = delete.path.in(item);
    if (existing == null) {
      Documents.checkParent(item, delete.path);
      return changed;
    }
    if (!(existing instanceof Value.SetOf set)
        || !(delete.value instanceof Value.SetOf other)
        || set.type() != other.type()) {
      throw UpdateValue.wrongType();
    }
    @Nullable Value rest = Documents.difference(set, other);
    if (rest == null) {
      removed.add(delete.path);
      return changed;
    }
    return Documents.put(changed, delete.path, rest);
  }

  /** Returns the error of a path whose parent does not exist or is of another type. */
  static RuntimeException invalidPath() {
    return Failures.validation(
        "The document path provided in the update expression is invalid for update");
  }
}
