package io.boto4j.model.smithy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts operations. */
final class OperationTrees {
  private static final String HTTP = "smithy.api#http";

  private final Ast ast;
  private final AstShape service;
  private final Protocols protocols;
  private final ShapeNames names;
  private final RootElements roots;
  private final Texts texts;
  private final Budget budget;

  OperationTrees(
      Ast ast,
      AstShape service,
      Protocols protocols,
      ShapeNames names,
      RootElements roots,
      Texts texts,
      Budget budget) {
    this.ast = ast;
    this.service = service;
    this.protocols = protocols;
    this.names = names;
    this.roots = roots;
    this.texts = texts;
    this.budget = budget;
  }

  /** Converts an operation, without what concerns authentication and endpoints. */
  Map<String, Object> tree(AstShape operation) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", operation.name());
    tree.put("http", http(operation));
    AstShape input = structure(ast, operation, "input");
    if (input != null) {
      tree.put("input", input(input));
    }
    AstShape output = structure(ast, operation, "output");
    if (output != null) {
      tree.put("output", output(operation, output));
    }
    putErrors(tree, operation);
    texts.put(tree, operation.traits());
    OperationTraits.put(tree, operation);
    return tree;
  }

  /** Returns the input or output of an operation; null if it has none. */
  static @Nullable AstShape structure(Ast ast, AstShape operation, String property) {
    Node reference = operation.node().get(property);
    if (reference == null || reference.target().equals(Prelude.UNIT)) {
      return null;
    }
    return ast.expect(AstType.STRUCTURE, reference);
  }

  private Map<String, Object> reference(AstShape shape) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("shape", names.of(shape));
    return reference;
  }

  /** Returns the reference to an input, with the name of an XML body's root. */
  private Map<String, Object> input(AstShape input) {
    Map<String, Object> reference = reference(input);
    if (protocols.preferred() == Protocol.REST_XML && hasBody(input)) {
      roots.put(reference, input);
    }
    return reference;
  }

  private static boolean hasBody(AstShape input) {
    boolean unbound = input.has(Traits.XML_NAME);
    for (AstMember member : input.members().values()) {
      if (member.has(Traits.HTTP_PAYLOAD)) {
        return false;
      }
      unbound |= !HttpBindings.isBound(member);
    }
    return unbound;
  }

  private Map<String, Object> output(AstShape operation, AstShape output) {
    Map<String, Object> reference = reference(output);
    if (protocols.has(Protocol.AWS_QUERY)) {
      reference.put("resultWrapper", operation.name() + "Result");
    }
    String root = output.textTrait(Traits.XML_NAME);
    if (root != null && protocols.preferred() == Protocol.REST_XML) {
      reference.put("locationName", root);
    }
    return reference;
  }

  private void putErrors(Map<String, Object> tree, AstShape operation) {
    List<Object> errors = new ArrayList<>();
    for (AstShape error : ServiceClosure.errors(ast, service, operation)) {
      budget.spend(1, operation.node());
      errors.add(reference(error));
    }
    if (!errors.isEmpty()) {
      tree.put("errors", errors);
    }
  }

  private Map<String, Object> http(AstShape operation) {
    Map<String, Object> http = new LinkedHashMap<>();
    Node trait = operation.trait(HTTP);
    if (!protocols.preferred().isRest()) {
      http.put("method", "POST");
      http.put("requestUri", "/");
    } else if (trait == null) {
      throw operation.node().broken("the trait " + HTTP + " is missing");
    } else {
      Node code = trait.get("code");
      http.put("method", Identifiers.check(trait.require("method").text(), trait));
      http.put("requestUri", uri(trait.require("uri")));
      http.put("responseCode", code == null ? 200 : code.count());
    }
    return http;
  }

  private static String uri(Node uri) {
    String text = uri.text();
    boolean valid = text.startsWith("/") && !text.startsWith("//");
    for (int i = 0; valid && i < text.length(); i++) {
      valid = text.charAt(i) > ' ' && text.charAt(i) < 0x7F && text.charAt(i) != '\\';
    }
    if (!valid) {
      throw uri.broken("\"" + Excerpt.of(text) + "\" is not the path of a request");
    }
    return text;
  }
}
