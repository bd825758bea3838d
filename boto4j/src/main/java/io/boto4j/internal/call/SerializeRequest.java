package io.boto4j.internal.call;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.protocol.Protocol;
import io.boto4j.model.OperationModel;
import java.util.Map;

/**
 * Step: turns the input into an HTTP request for the endpoint, complete but for what depends on its
 * body: coding, checksum, signature.
 */
final class SerializeRequest {
  private final Protocol protocol;
  private final String userAgent;

  SerializeRequest(Protocol protocol, String userAgent) {
    this.protocol = protocol;
    this.userAgent = userAgent;
  }

  HttpRequest of(OperationModel operation, Map<String, ?> input, Endpoint endpoint) {
    Protocol.WireRequest wire = protocol.serialize(operation, input);
    Headers headers = wire.headers().toBuilder().add("User-Agent", userAgent).build();
    return new HttpRequest(
        wire.method(),
        endpoint.resolve(wire.target()),
        headers,
        wire.body(),
        Repeatable.is(operation, wire.method()));
  }
}
