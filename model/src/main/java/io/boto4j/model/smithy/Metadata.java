package io.boto4j.model.smithy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metadata of a service. */
final class Metadata {
  private static final String QUERY_COMPATIBLE = "aws.protocols#awsQueryCompatible";

  private final AstShape service;
  private final Protocols protocols;

  Metadata(AstShape service, Protocols protocols) {
    this.service = service;
    this.protocols = protocols;
  }

  /** Returns the id of a service, such as {@code API Gateway}. */
  static String serviceId(AstShape service) {
    String id = ofTrait(service, "sdkId");
    return Identifiers.checkServiceId(id == null ? service.name() : id, service.node());
  }

  /** Returns the API version of a service. */
  static String version(AstShape service) {
    return Identifiers.checkVersion(service.node().require("version").text(), service.node());
  }

  Map<String, Object> tree(List<String> auth) {
    String serviceId = serviceId(service);
    String endpointPrefix = endpointPrefix();
    String title = service.textTrait("smithy.api#title");
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("apiVersion", version(service));
    metadata.put("auth", auth);
    metadata.put("endpointPrefix", endpointPrefix);
    putJson(metadata);
    metadata.put("protocol", protocols.botocoreNames().get(0));
    metadata.put("protocols", protocols.botocoreNames());
    metadata.put("serviceFullName", title == null ? serviceId : title);
    metadata.put("serviceId", serviceId);
    metadata.put("signatureVersion", signatureVersion(auth));
    putSigningName(metadata, endpointPrefix);
    metadata.put("uid", Identifiers.folder(serviceId) + "-" + version(service));
    if (service.has(QUERY_COMPATIBLE)) {
      metadata.put("awsQueryCompatible", Map.of());
    }
    Node namespace = service.trait(Traits.XML_NAMESPACE);
    if (namespace != null && hasNamespace()) {
      metadata.put("xmlNamespace", namespace.require("uri").text());
    }
    return metadata;
  }

  private void putJson(Map<String, Object> metadata) {
    for (Protocol protocol : new Protocol[] {Protocol.AWS_JSON_1_0, Protocol.AWS_JSON_1_1}) {
      if (protocols.has(protocol)) {
        metadata.putIfAbsent("jsonVersion", protocol.jsonVersion());
      }
    }
    if (metadata.containsKey("jsonVersion") || protocols.has(Protocol.RPC_V2_CBOR)) {
      metadata.put("targetPrefix", service.name());
    }
  }

  private boolean hasNamespace() {
    return protocols.has(Protocol.AWS_QUERY) || protocols.preferred().isXml();
  }

  /** Returns the first part of host names, whose defaults the trait's documentation defines. */
  private String endpointPrefix() {
    String prefix = ofTrait(service, "endpointPrefix");
    String namespace = prefix == null ? ofTrait(service, "arnNamespace") : prefix;
    return namespace == null ? service.name().toLowerCase(Locale.ROOT) : namespace;
  }

  private void putSigningName(Map<String, Object> metadata, String endpointPrefix) {
    Node trait = service.trait(Traits.SIGV4);
    Node sigv4a = service.trait("aws.auth#sigv4a");
    Node signing = trait == null ? sigv4a : trait;
    String name = signing == null ? null : signing.textOf("name");
    if (name != null && !name.equals(endpointPrefix)) {
      metadata.put("signingName", name);
    }
  }

  private static String signatureVersion(List<String> auth) {
    return auth.get(0).equals(AuthSchemes.BEARER) ? "bearer" : "v4";
  }

  private static @Nullable String ofTrait(AstShape service, String property) {
    Node trait = service.trait(Traits.SERVICE);
    return trait == null ? null : trait.textOf(property);
  }
}
