package io.boto4j.model.smithy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the shapes of a model's file, without resolving mixins. */
final class AstReader {
  private final Applied applied = new Applied();
  private final Budget budget;

  private AstReader(Budget budget) {
    this.budget = budget;
  }

  /** Reads a file that has been parsed. */
  static Ast read(Node root, Budget budget) {
    checkVersion(root);
    return new AstReader(budget).shapes(root);
  }

  private static void checkVersion(Node root) {
    if (!(root.value() instanceof Map<?, ?>) || root.get("smithy") == null) {
      throw root.broken("it is not the JSON of a Smithy model, which has a member \"smithy\"");
    }
    Node version = root.require("smithy");
    String text = version.text();
    if (!isVersion(text, "1") && !isVersion(text, "2")) {
      throw version.broken("version " + Excerpt.of(text) + " is not supported, but 1.0 and 2.0");
    }
  }

  private static boolean isVersion(String text, String major) {
    return text.equals(major) || text.equals(major + ".0");
  }

  private Ast shapes(Node root) {
    Map<String, Node> nodes = root.require("shapes").members();
    for (Map.Entry<String, Node> each : nodes.entrySet()) {
      if (isApply(each.getValue())) {
        applied.add(each.getKey(), each.getValue());
      }
    }
    Map<String, AstShape> shapes = new LinkedHashMap<>(Prelude.shapes(root));
    for (Map.Entry<String, Node> each : nodes.entrySet()) {
      if (!isApply(each.getValue())) {
        String id = Identifiers.checkId(each.getKey(), each.getValue());
        shapes.put(id, shape(id, each.getValue()));
      }
    }
    return Mixins.flatten(shapes, applied, budget);
  }

  private static boolean isApply(Node shape) {
    return shape.require("type").text().equals("apply");
  }

  private AstShape shape(String id, Node node) {
    AstType type = AstType.of(node.require("type"));
    Map<String, Node> traits = node.membersOf("traits");
    budget.spend(1 + traits.size(), node);
    return new AstShape(id, type, node, members(type, node), traits);
  }

  private Map<String, AstMember> members(AstType type, Node node) {
    Map<String, AstMember> members = new LinkedHashMap<>();
    if (type.hasNamedMembers()) {
      for (Map.Entry<String, Node> each : node.membersOf("members").entrySet()) {
        Identifiers.check(each.getKey(), each.getValue());
        add(members, each.getKey(), each.getValue());
      }
    } else if (type.isList()) {
      add(members, "member", node.get("member"));
    } else if (type == AstType.MAP) {
      add(members, "key", node.get("key"));
      add(members, "value", node.get("value"));
    }
    return members;
  }

  private void add(Map<String, AstMember> members, String name, @Nullable Node node) {
    if (node != null) { // a list's may be in its mixin
      Map<String, Node> traits = node.membersOf("traits");
      budget.spend(1 + traits.size(), node);
      members.put(name, new AstMember(name, node.target(), traits, node));
    }
  }
}
