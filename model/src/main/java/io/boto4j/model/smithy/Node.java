package io.boto4j.model.smithy;

import io.boto4j.model.ModelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in a model's file and its place, which every message about it names. */
final class Node {
  private final String origin;
  private final @Nullable Node parent;
  private final String key;
  private final Object value;

  private Node(String origin, @Nullable Node parent, String key, Object value) {
    this.origin = origin;
    this.parent = parent;
    this.key = key;
    this.value = value;
  }

  /** Creates the node of a whole file. */
  static Node root(String origin, Object value) {
    return new Node(origin, null, "", value);
  }

  /** Returns another value in this place. */
  Node with(Object other) {
    return new Node(origin, parent, key, other);
  }

  /** Returns the value as it was read. */
  Object value() {
    return value;
  }

  /** Returns the name or index of the value in the one that contains it. */
  String key() {
    return key;
  }

  /** Returns a member of an object, or null if it does not exist or is null. */
  @Nullable Node get(String name) {
    Object child = object().get(name);
    return child == null ? null : new Node(origin, this, name, child);
  }

  /** Returns a member of an object. */
  Node require(String name) {
    Node child = get(name);
    if (child == null) {
      throw broken("\"" + name + "\" is missing");
    }
    return child;
  }

  /** Returns a member of an object that is a string, or null if it does not exist. */
  @Nullable String textOf(String name) {
    Node child = get(name);
    return child == null ? null : child.text();
  }

  /** Returns the members of an object, without those that are null. */
  Map<String, Node> members() {
    Map<String, Node> members = new LinkedHashMap<>();
    for (Map.Entry<String, ?> entry : object().entrySet()) {
      if (entry.getValue() != null) {
        members.put(entry.getKey(), new Node(origin, this, entry.getKey(), entry.getValue()));
      }
    }
    return members;
  }

  /** Returns the members of a member of an object; empty if it does not exist. */
  Map<String, Node> membersOf(String name) {
    Node child = get(name);
    return child == null ? Map.of() : child.members();
  }

  /** Returns the elements of a list. */
  List<Node> elements() {
    if (!(value instanceof List<?> list)) {
      throw broken("must be a list");
    }
    List<Node> elements = new ArrayList<>(list.size());
    for (Object element : list) {
      if (element == null) {
        throw broken("contains null");
      }
      elements.add(new Node(origin, this, Integer.toString(elements.size()), element));
    }
    return elements;
  }

  /** Returns the elements of a member of an object; empty if it does not exist. */
  List<Node> elementsOf(String name) {
    Node child = get(name);
    return child == null ? List.of() : child.elements();
  }

  /** Returns the elements of a list of strings. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Node element : elements()) {
      texts.add(element.text());
    }
    return texts;
  }

  String text() {
    if (!(value instanceof String text)) {
      throw broken("must be a string");
    }
    return text;
  }

  /** Returns a number that is neither negative nor larger than an int. */
  int count() {
    if (!(value instanceof Integer number) || number < 0) {
      throw broken("must be a whole number");
    }
    return number;
  }

  Number number() {
    if (!(value instanceof Number number)) {
      throw broken("must be a number");
    }
    return number;
  }

  boolean flag() {
    if (!(value instanceof Boolean flag)) {
      throw broken("must be true or false");
    }
    return flag;
  }

  @SuppressWarnings("unchecked") // JSON objects have string keys
  Map<String, Object> object() {
    if (!(value instanceof Map<?, ?> map)) {
      throw broken("must be an object");
    }
    return (Map<String, Object>) map;
  }

  /** Returns the id of the shape that a reference, such as {@code {"target": ID}}, names. */
  String target() {
    return require("target").text();
  }

  /** Returns the exception about this value: the file, the place, and what is wrong. */
  ModelException broken(String what) {
    String place = place();
    return new ModelException(
        "Not a usable Smithy model: "
            + Excerpt.of(origin)
            + ": "
            + (place.isEmpty() ? "" : place + ": ")
            + what,
        null);
  }

  private String place() {
    StringBuilder place = new StringBuilder();
    for (Node node = this; node != null && node.parent != null; node = node.parent) {
      place.insert(0, place.length() == 0 ? "" : " > ").insert(0, Excerpt.of(node.key));
    }
    return place.toString();
  }

  @Override
  public String toString() {
    return place();
  }
}
