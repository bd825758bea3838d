package io.boto4j.model.smithy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Converts members: references to shapes, with traits. */
final class MemberTrees {
  private final Ast ast;
  private final Protocol protocol;
  private final ShapeNames names;
  private final RootElements roots;
  private final Texts texts;

  /** The ids of inputs. */
  private final Set<String> inputs;

  MemberTrees(
      Ast ast,
      Protocol protocol,
      ShapeNames names,
      RootElements roots,
      Texts texts,
      Set<String> inputs) {
    this.ast = ast;
    this.protocol = protocol;
    this.names = names;
    this.roots = roots;
    this.texts = texts;
    this.inputs = inputs;
  }

  /** Converts a member of a shape. */
  Map<String, Object> tree(AstShape container, AstMember member) {
    AstShape target = ast.target(member);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("shape", targetName(container, member, target));
    texts.put(tree, member.traits());
    putPlace(tree, container, member, target);
    putFlag(tree, member, "idempotencyToken", "smithy.api#idempotencyToken");
    putFlag(tree, member, "hostLabel", "smithy.api#hostLabel");
    putFlag(tree, member, "eventheader", "smithy.api#eventHeader");
    putFlag(tree, member, "eventpayload", "smithy.api#eventPayload");
    putFlag(tree, member, "box", "smithy.api#box");
    Node context = member.traits().get("smithy.rules#contextParam");
    if (context != null) {
      tree.put("contextParam", context.object());
    }
    if (target.type() == AstType.STRING && isJson(target)) {
      tree.put("jsonvalue", true);
    }
    return tree;
  }

  private void putPlace(
      Map<String, Object> tree, AstShape container, AstMember member, AstShape target) {
    Node json = protocol == Protocol.REST_JSON_1 ? member.trait(Traits.JSON_NAME) : null;
    if (isBound(container, member)) {
      HttpBindings.put(tree, member);
      if (member.has(Traits.HTTP_PAYLOAD) && protocol == Protocol.REST_XML) {
        putXmlPayload(tree, container, member, target);
      }
    } else if (json != null) {
      tree.put("locationName", json.text());
    } else if (protocol.isXml()) {
      XmlForm.put(tree, member, container, protocol);
    }
  }

  private boolean isBound(AstShape container, AstMember member) {
    return protocol.isRest()
        && HttpBindings.isBound(member)
        && (!HttpBindings.isOfRequests(member) || inputs.contains(container.id()));
  }

  private void putXmlPayload(
      Map<String, Object> tree, AstShape container, AstMember member, AstShape target) {
    XmlForm.put(tree, member, container, protocol);
    boolean element = target.type() == AstType.STRUCTURE || target.type() == AstType.UNION;
    if (element && !target.has(Traits.STREAMING)) {
      roots.put(tree, target);
    }
  }

  private static boolean isJson(AstShape target) {
    return "application/json".equals(target.textTrait("smithy.api#mediaType"));
  }

  private static void putFlag(
      Map<String, Object> tree, AstMember member, String name, String trait) {
    if (member.has(trait)) {
      tree.put(name, true);
    }
  }

  /**
   * Returns the name of a member's target. What only a member specifies becomes a shape of its own,
   * with the name that AWS's conversion gives it.
   */
  private String targetName(AstShape container, AstMember member, AstShape target) {
    boolean formatted = target.type() == AstType.TIMESTAMP && protocol.hasTimestampFormats();
    Node format = formatted ? member.trait(Traits.TIMESTAMP_FORMAT) : null;
    if (format != null) {
      String name = "SyntheticTimestamp_" + format.text().replace('-', '_');
      return names.derived(name, target, member);
    }
    if (Constraints.in(member.traits()) && target.type() != AstType.STRUCTURE) {
      return names.derived(derivedName(container, member, target), target, member);
    }
    if (protocol.isXml() && XmlForm.renamesElements(member, target)) {
      return names.derived("Flattened" + names.of(target), target, member);
    }
    return names.of(target);
  }

  private String derivedName(AstShape container, AstMember member, AstShape target) {
    return names.preferred(container)
        + capitalized(member.name())
        + capitalized(target.type().toString());
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
