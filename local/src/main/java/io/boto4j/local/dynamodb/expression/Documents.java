package io.boto4j.local.dynamodb.expression;

import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Changes of documents, each of which gives a new document. */
final class Documents {
  private Documents() {}

  /** Sets the value at a path. Beyond the end of a list it is appended. */
  static Attributes put(Attributes item, Path path, Value value) {
    if (!path.isNested()) {
      return item.with(path.head(), value);
    }
    Value head = item.find(path.head());
    if (head == null) {
      throw Update.invalidPath();
    }
    return item.with(path.head(), put(head, path.steps(), 0, value));
  }

  private static Value put(Value parent, List<Path.Step> steps, int at, Value value) {
    Path.Step step = steps.get(at);
    boolean last = at == steps.size() - 1;
    Value child = Path.step(parent, step);
    if (child == null && !last) {
      throw Update.invalidPath();
    }
    Value changed = last || child == null ? value : put(child, steps, at + 1, value);
    if (step instanceof Path.Entry entry && parent instanceof Value.MapOf map) {
      return new Value.MapOf(map.attributes().with(entry.name(), changed));
    }
    if (step instanceof Path.Element element && parent instanceof Value.ListOf list) {
      List<Value> elements = new ArrayList<>(list.elements());
      if (element.index() < elements.size()) {
        elements.set(element.index(), changed);
      } else {
        elements.add(changed);
      }
      return new Value.ListOf(elements);
    }
    throw Update.invalidPath();
  }

  /** Removes the value at a path, if there is one. */
  static Attributes remove(Attributes item, Path path) {
    if (!path.isNested()) {
      return item.without(path.head());
    }
    Value head = item.find(path.head());
    if (head == null) {
      throw Update.invalidPath();
    }
    return item.with(path.head(), remove(head, path.steps(), 0));
  }

  private static Value remove(Value parent, List<Path.Step> steps, int at) {
    Path.Step step = steps.get(at);
    Value child = Path.step(parent, step);
    if (at < steps.size() - 1) {
      if (child == null) {
        throw Update.invalidPath();
      }
      Value changed = remove(child, steps, at + 1);
      List<Path.Step> only = List.of(step);
      return put(parent, only, 0, changed);
    }
    if (step instanceof Path.Entry entry && parent instanceof Value.MapOf map) {
      return new Value.MapOf(map.attributes().without(entry.name()));
    }
    if (step instanceof Path.Element element && parent instanceof Value.ListOf list) {
      if (element.index() >= list.elements().size()) {
        return parent;
      }
      List<Value> elements = new ArrayList<>(list.elements());
      elements.remove(element.index());
      return new Value.ListOf(elements);
    }
    throw Update.invalidPath();
  }

  /** Checks that there is a map or list for the last step of a path. */
  static void checkParent(Attributes item, Path path) {
    if (path.isNested()) {
      int last = path.steps().size() - 1;
      Value parent = new Path(path.head(), path.steps().subList(0, last)).in(item);
      boolean fits =
          path.steps().get(last) instanceof Path.Entry
              ? parent instanceof Value.MapOf
              : parent instanceof Value.ListOf;
      if (!fits) {
        throw Update.invalidPath();
      }
    }
  }

  static Value union(Value.SetOf one, Value.SetOf two) {
    Set<Value> elements = sorted(one);
    elements.addAll(two.elements());
    return new Value.SetOf(one.type(), List.copyOf(elements));
  }

  /** Returns the elements of the first set that the second does not have, or null for none. */
  static @Nullable Value difference(Value.SetOf one, Value.SetOf two) {
    Set<Value> elements = sorted(one);
    two.elements().forEach(elements::remove);
    return elements.isEmpty() ? null : new Value.SetOf(one.type(), List.copyOf(elements));
  }

  private static Set<Value> sorted(Value.SetOf set) {
    Set<Value> elements = new TreeSet<>(Value::compare);
    elements.addAll(set.elements());
    return elements;
  }
}
