package io.boto4j.model.smithy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts the traits of services and operations that are about endpoints. */
final class Endpoints {
  private static final String PREFIX = "smithy.api#endpoint";
  private static final String DISCOVERY = "aws.api#clientEndpointDiscovery";
  private static final String DISCOVERED = "aws.api#clientDiscoveredEndpoint";

  /** Both describe the same rules; the diagram is compiled from the rule set. */
  private static final String[] RULES = {
    "smithy.rules#endpointRuleSet", "smithy.rules#endpointBdd"
  };

  private Endpoints() {}

  /** Returns the rules of a service; null without any. */
  static @Nullable Map<String, Object> rules(AstShape service) {
    for (String trait : RULES) {
      Node rules = service.trait(trait);
      if (rules != null) {
        return rules.object();
      }
    }
    return null;
  }

  /** Adds the prefix of hosts and the discovery of endpoints to an operation. */
  static void put(Map<String, Object> tree, AstShape service, AstShape operation, Ast ast) {
    Node prefix = operation.trait(PREFIX);
    if (prefix != null) {
      AstShape input = OperationTrees.structure(ast, operation, "input");
      Map<String, AstMember> members = input == null ? Map.of() : input.members();
      tree.put(
          "endpoint",
          Map.of("hostPrefix", HostPrefix.check(prefix.require("hostPrefix"), members)));
    }
    Node discovered = operation.trait(DISCOVERED);
    if (discovered != null) {
      tree.put("endpointdiscovery", discovery(discovered));
    }
    Node discovery = service.trait(DISCOVERY);
    if (discovery != null && discovery.require("operation").text().equals(operation.id())) {
      tree.put("endpointoperation", true);
    }
  }

  private static Map<String, Object> discovery(Node trait) {
    Map<String, Object> discovery = new LinkedHashMap<>();
    Node required = trait.get("required");
    if (required != null && required.flag()) {
      discovery.put("required", true);
    }
    return discovery;
  }
}
