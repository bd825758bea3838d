package io.boto4j.model.smithy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Converts the shapes that a service uses. */
final class ShapeTrees {
  private final Ast ast;
  private final Protocols protocols;
  private final ShapeNames names;
  private final MemberTrees members;
  private final Texts texts;
  private final Budget budget;
  private final Map<String, Map<String, Object>> trees = new TreeMap<>();
  private final Set<String> events = new TreeSet<>();

  ShapeTrees(
      Ast ast,
      Protocols protocols,
      ShapeNames names,
      MemberTrees members,
      Texts texts,
      Budget budget) {
    this.ast = ast;
    this.protocols = protocols;
    this.names = names;
    this.members = members;
    this.texts = texts;
    this.budget = budget;
  }

  /** Converts all shapes that have been referred to, and those to which they refer. */
  Map<String, Object> convertAll() {
    for (ShapeNames.Pending next = names.next(); next != null; next = names.next()) {
      trees.put(next.name(), tree(next));
    }
    for (String event : events) {
      trees.getOrDefault(event, new LinkedHashMap<>()).put("event", true);
    }
    return new LinkedHashMap<>(trees);
  }

  private Map<String, Object> tree(ShapeNames.Pending pending) {
    AstShape shape = pending.shape();
    budget.spend(1 + shape.members().size() + shape.traits().size(), shape.node());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("type", shape.type().botocoreType());
    putStructural(tree, shape);
    texts.put(tree, shape.traits());
    putTraits(tree, shape);
    if (pending.member() != null) {
      putMembersTraits(tree, shape, pending.member());
    }
    return tree;
  }

  private void putStructural(Map<String, Object> tree, AstShape shape) {
    switch (shape.type()) {
      case STRUCTURE -> putStructure(tree, shape);
      case UNION -> {
        putStructure(tree, shape);
        putUnion(tree, shape);
      }
      case LIST, SET -> tree.put("member", member(shape, "member"));
      case MAP -> {
        tree.put("key", member(shape, "key"));
        tree.put("value", member(shape, "value"));
      }
      case DOCUMENT -> {
        tree.put("members", Map.of());
        tree.put("document", true);
      }
      case ENUM, STRING -> EnumValues.put(tree, shape, budget);
      case BLOB, BOOLEAN, TIMESTAMP, BYTE, SHORT, INTEGER, LONG, FLOAT, DOUBLE -> {}
      case BIG_INTEGER, BIG_DECIMAL, INT_ENUM, OPERATION, RESOURCE, SERVICE -> {}
    }
  }

  private Map<String, Object> member(AstShape shape, String name) {
    AstMember member = shape.members().get(name);
    if (member == null) {
      throw shape.node().broken("\"" + name + "\" is missing");
    }
    return members.tree(shape, member);
  }

  private void putStructure(Map<String, Object> tree, AstShape shape) {
    List<String> required = new ArrayList<>();
    Map<String, Object> converted = new LinkedHashMap<>();
    for (AstMember member : shape.members().values()) {
      converted.put(member.name(), members.tree(shape, member));
      if (member.has(Traits.REQUIRED)) {
        required.add(member.name());
      }
      if (protocols.preferred().isRest() && member.has(Traits.HTTP_PAYLOAD)) {
        tree.put("payload", member.name());
      }
    }
    if (!required.isEmpty()) {
      tree.put("required", required);
    }
    tree.put("members", converted);
  }

  private void putUnion(Map<String, Object> tree, AstShape shape) {
    if (!shape.has(Traits.STREAMING)) {
      tree.put("union", true);
      return;
    }
    tree.put("eventstream", true);
    for (AstMember member : shape.members().values()) {
      AstShape event = ast.target(member);
      if (!event.has(ErrorTraits.ERROR)) {
        events.add(names.of(event));
      }
    }
  }

  private void putTraits(Map<String, Object> tree, AstShape shape) {
    ErrorTraits.put(tree, shape, protocols);
    Constraints.put(tree, shape.traits());
    putFlag(tree, shape, "sensitive", "smithy.api#sensitive");
    putFlag(tree, shape, "sparse", "smithy.api#sparse");
    putFlag(tree, shape, "box", "smithy.api#box");
    if (shape.type() == AstType.BLOB) {
      putFlag(tree, shape, "streaming", Traits.STREAMING);
      putFlag(tree, shape, "requiresLength", "smithy.api#requiresLength");
    }
    Node format = shape.trait(Traits.TIMESTAMP_FORMAT);
    if (format != null && protocols.preferred().hasTimestampFormats()) {
      tree.put("timestampFormat", TimestampFormats.botocoreName(format));
    }
    if (protocols.preferred().isXml()) {
      XmlForm.putNamespace(tree, shape.traits());
    }
    if (protocols.preferred().isRest() && shape.has("smithy.api#mediaType")) {
      tree.put("mediaType", shape.textTrait("smithy.api#mediaType"));
    }
  }

  /** Adds what only a member specifies. */
  private static void putMembersTraits(Map<String, Object> tree, AstShape shape, AstMember member) {
    Constraints.put(tree, member.traits());
    Node format = member.traits().get(Traits.TIMESTAMP_FORMAT);
    if (format != null && shape.type() == AstType.TIMESTAMP) {
      tree.put("timestampFormat", TimestampFormats.botocoreName(format));
      tree.put("synthetic", true);
      tree.remove("documentation");
    }
    if (shape.type().isList()
        && XmlForm.renamesElements(member, shape)
        && tree.get("member") instanceof Map<?, ?> element) {
      element.remove("locationName");
    }
  }

  private static void putFlag(Map<String, Object> tree, AstShape shape, String name, String trait) {
    if (shape.has(trait)) {
      tree.put(name, true);
    }
  }
}
