package io.boto4j.internal.call;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.attempt.CallParts;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.protocol.Protocol;
import io.boto4j.model.OperationModel;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Step: turns the input into an HTTP request to the endpoint. What depends on the body is still
 * missing: compression, checksum, signature.
 */
final class SerializeRequest {
  private final Protocol protocol;
  private final boolean injectHostPrefix;

  /** Null if the endpoint does not come from rules: then it contains no part of the target. */
  private final @Nullable Customization customization;

  /** The address of the last call to the root path, to which most protocols send all calls. */
  private volatile Map.@Nullable Entry<Endpoint, URI> root;

  SerializeRequest(CallParts parts) {
    this.protocol = parts.protocol();
    this.injectHostPrefix = parts.injectHostPrefix();
    this.customization = parts.endpoints().rules() == null ? null : parts.customization();
  }

  HttpRequest of(OperationModel operation, Map<String, ?> input, ResolvedEndpoint resolved) {
    Endpoint endpoint = resolved.endpoint();
    if (injectHostPrefix && operation.traits().flag(InjectHostPrefix.TRAIT)) {
      endpoint = InjectHostPrefix.into(endpoint, operation, input);
    }
    Protocol.WireRequest wire = protocol.serialize(operation, input);
    String target =
        customization == null ? wire.target() : customization.target(operation, wire.target());
    return new HttpRequest(
        wire.method(),
        address(endpoint, target),
        headers(wire.headers(), resolved.headers()),
        wire.body(),
        Repeatable.is(operation, wire.method()));
  }

  /** Adds the headers that the endpoint asks for. */
  private static Headers headers(Headers ofProtocol, Map<String, String> ofEndpoint) {
    if (ofEndpoint.isEmpty()) {
      return ofProtocol;
    }
    Headers.Builder headers = ofProtocol.toBuilder();
    for (Map.Entry<String, String> header : ofEndpoint.entrySet()) {
      headers.set(header.getKey(), header.getValue());
    }
    return headers.build();
  }

  /** Equal endpoints are usually the same object, and comparing records is slow at first. */
  @SuppressWarnings("ReferenceEquality")
  private URI address(Endpoint endpoint, String target) {
    if (!target.equals("/")) {
      return endpoint.resolve(target);
    }
    Map.Entry<Endpoint, URI> known = root;
    if (known == null || known.getKey() != endpoint) {
      known = Map.entry(endpoint, endpoint.resolve(target));
      root = known;
    }
    return known.getValue();
  }
}
