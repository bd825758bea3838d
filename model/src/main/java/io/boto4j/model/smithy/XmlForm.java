package io.boto4j.model.smithy;

import java.util.LinkedHashMap;
import java.util.Map;

/** The traits of XML documents and of query strings. */
final class XmlForm {
  private static final String ATTRIBUTE = "smithy.api#xmlAttribute";
  private static final String FLATTENED = "smithy.api#xmlFlattened";
  private static final String EC2_NAME = "aws.protocols#ec2QueryName";

  private XmlForm() {}

  /** Adds the names of a member, and how its values are nested. */
  static void put(
      Map<String, Object> tree, AstMember member, AstShape container, Protocol protocol) {
    Node name = member.traits().get(Traits.XML_NAME);
    if (name != null) {
      tree.put("locationName", name.text());
    }
    if (protocol == Protocol.EC2_QUERY) {
      putEc2Names(tree, member, container);
    }
    if (member.has(ATTRIBUTE)) {
      tree.put("xmlAttribute", true);
    }
    if (member.has(FLATTENED)) {
      tree.put("flattened", true);
    }
    putNamespace(tree, member.traits());
  }

  /** Adds a namespace, if it is among the traits. */
  static void putNamespace(Map<String, Object> tree, Map<String, Node> traits) {
    Node namespace = traits.get(Traits.XML_NAMESPACE);
    if (namespace != null) {
      tree.put("xmlNamespace", namespace(namespace));
    }
  }

  static Map<String, Object> namespace(Node trait) {
    Map<String, Object> namespace = new LinkedHashMap<>();
    namespace.put("uri", trait.require("uri").text());
    String prefix = trait.textOf("prefix");
    if (prefix != null) {
      namespace.put("prefix", prefix);
    }
    return namespace;
  }

  /**
   * Whether a flattened list's elements would get another name in botocore's format, which prefers
   * the name in the list, than in Smithy, which prefers the member's.
   */
  static boolean renamesElements(AstMember member, AstShape target) {
    AstMember element = target.type().isList() ? target.members().get("member") : null;
    Node inner = element == null ? null : element.traits().get(Traits.XML_NAME);
    if (inner == null || !member.has(FLATTENED)) {
      return false;
    }
    Node outer = member.traits().get(Traits.XML_NAME);
    return !inner.text().equals(outer == null ? member.name() : outer.text());
  }

  /** EC2 capitalizes only what has a {@code locationName}. */
  private static void putEc2Names(Map<String, Object> tree, AstMember member, AstShape container) {
    Node query = member.traits().get(EC2_NAME);
    if (query != null) {
      tree.put("queryName", query.text());
    }
    if (container.type().hasNamedMembers() && Character.isLowerCase(member.name().charAt(0))) {
      tree.putIfAbsent("locationName", member.name());
    }
  }
}
