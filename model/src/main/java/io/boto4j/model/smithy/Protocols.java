package io.boto4j.model.smithy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The protocols of a service that boto4j knows, the preferred one first. */
final class Protocols {
  private static final String DEFINITION = "smithy.api#protocolDefinition";

  /** Traits in the namespaces of protocols that are not protocols. */
  private static final Set<String> NOT_PROTOCOLS =
      Set.of("aws.protocols#awsQueryCompatible", "aws.protocols#httpChecksum");

  private final List<Protocol> known;

  private Protocols(List<Protocol> known) {
    this.known = known;
  }

  /** Returns a single protocol, for tests of each of a service's. */
  static Protocols only(Protocol protocol) {
    return new Protocols(List.of(protocol));
  }

  /** Returns the protocols of a service; one without a known protocol is refused. */
  static Protocols of(Ast ast, AstShape service) {
    List<Protocol> known = new ArrayList<>();
    for (Protocol protocol : Protocol.values()) {
      if (service.has(protocol.trait())) {
        known.add(protocol);
      }
    }
    if (known.isEmpty()) {
      Set<String> unknown = unknown(ast, service);
      throw service
          .node()
          .broken(
              unknown.isEmpty()
                  ? "the service has no protocol"
                  : "the service has no protocol that boto4j knows, but " + unknown);
    }
    return new Protocols(known);
  }

  private static Set<String> unknown(Ast ast, AstShape service) {
    Set<String> unknown = new TreeSet<>();
    for (Map.Entry<String, Node> trait : service.traits().entrySet()) {
      String id = trait.getKey();
      AstShape definition = ast.find(id);
      boolean isProtocol =
          (definition != null && definition.has(DEFINITION))
              || id.startsWith("aws.protocols#")
              || id.startsWith("smithy.protocols#");
      if (isProtocol && !NOT_PROTOCOLS.contains(id)) {
        unknown.add(id);
      }
    }
    return unknown;
  }

  /**
   * Returns the protocol of requests and responses. botocore lists CBOR first, but its clients,
   * like boto4j's, use it only if the service has neither JSON nor XML besides the query protocol.
   */
  Protocol preferred() {
    for (Protocol protocol : known) {
      if (protocol != Protocol.RPC_V2_CBOR) {
        boolean query = protocol == Protocol.AWS_QUERY || protocol == Protocol.EC2_QUERY;
        return query ? known.get(0) : protocol;
      }
    }
    return known.get(0);
  }

  boolean has(Protocol protocol) {
    return known.contains(protocol);
  }

  /** Returns all of them as botocore spells them. */
  List<String> botocoreNames() {
    Set<String> names = new LinkedHashSet<>();
    for (Protocol protocol : known) {
      names.add(protocol.botocoreName());
    }
    return new ArrayList<>(names);
  }
}
