package io.boto4j.local.wire;

import io.boto4j.Structure;
import io.boto4j.internal.protocol.ServerCodec;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads an input from a form, the body of the protocols query and ec2: {@code
 * Filter.1.Value.2=running}.
 */
final class FormReader {
  private final Node root = new Node();
  private final boolean ec2;

  /** A part of the names between dots, with the value of the names that end there. */
  private static final class Node {
    private final Map<String, Node> children = new LinkedHashMap<>();
    private @Nullable String value;

    @Nullable Node child(String name) {
      return children.get(name);
    }
  }

  FormReader(List<Map.Entry<String, String>> pairs, boolean ec2) {
    this.ec2 = ec2;
    for (Map.Entry<String, String> pair : pairs) {
      Node node = root;
      for (String part : pair.getKey().split("\\.", -1)) {
        node = node.children.computeIfAbsent(part, name -> new Node());
      }
      node.value = pair.getValue();
    }
  }

  /** Reads the input. */
  Structure structure(StructureShape shape) {
    return structure(shape, root);
  }

  private Structure structure(StructureShape shape, Node node) {
    @Nullable Object[] slots = new @Nullable Object[shape.size()];
    for (int i = 0; i < slots.length; i++) {
      Member member = shape.member(i);
      Node child = node.child(wireName(member, member.name()));
      if (child == null && member.shape() instanceof ListShape list && isFlat(member)) {
        String elementName = list.element().textTrait("locationName");
        child = elementName == null ? null : node.child(elementName);
      }
      slots[i] = child == null ? null : value(member, child);
    }
    return new SlotStructure(shape, slots);
  }

  /** The name of a member in the form, as clients write it. */
  private String wireName(Member member, String otherwise) {
    String queryName = ec2 ? member.textTrait("queryName") : null;
    if (queryName != null) {
      return queryName;
    }
    String name = member.textTrait("locationName");
    if (name == null || name.isEmpty()) {
      return otherwise;
    }
    return ec2 ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : name;
  }

  private boolean isFlat(Member member) {
    return ec2 || ServerCodec.isFlattened(member);
  }

  private @Nullable Object value(Member member, Node node) {
    Shape shape = member.shape();
    if (shape instanceof StructureShape structure) {
      return structure(structure, node);
    }
    if (shape instanceof ListShape list) {
      return list(member, list, node);
    }
    if (shape instanceof MapShape map) {
      return map(member, map, node);
    }
    return node.value == null ? null : ServerCodec.readText(shape, node.value);
  }

  private List<@Nullable Object> list(Member member, ListShape shape, Node node) {
    Node in = node;
    if (!isFlat(member)) {
      Node wrapped = node.child(wireName(shape.element(), "member"));
      in = wrapped == null ? firstList(node) : wrapped;
    }
    List<@Nullable Object> elements = new ArrayList<>();
    for (Node each : numbered(in)) {
      elements.add(value(shape.element(), each));
    }
    return elements;
  }

  /** Some clients name elements "member" whatever the model says. */
  private static Node firstList(Node node) {
    Node member = node.child("member");
    return member == null ? node : member;
  }

  private static Iterable<Node> numbered(Node node) {
    TreeMap<Long, Node> ordered = new TreeMap<>();
    for (Map.Entry<String, Node> child : node.children.entrySet()) {
      try {
        ordered.put(Long.valueOf(child.getKey()), child.getValue());
      } catch (NumberFormatException e) {
        // Not a number, so not an element.
      }
    }
    return ordered.values();
  }

  private Map<String, Object> map(Member member, MapShape shape, Node node) {
    Node entries = node;
    if (!isFlat(member)) {
      Node wrapped = node.child("entry");
      entries = wrapped == null ? node : wrapped;
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (Node entry : numbered(entries)) {
      Node key = entry.child(wireName(shape.key(), "key"));
      Node value = entry.child(wireName(shape.value(), "value"));
      if (key != null && key.value != null && value != null) {
        Object read = value(shape.value(), value);
        if (read != null) {
          map.put(key.value, read);
        }
      }
    }
    return map;
  }
}
