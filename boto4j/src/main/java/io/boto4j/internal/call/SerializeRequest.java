package io.boto4j.internal.call;

import io.boto4j.error.RequestBodyException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.protocol.Protocol;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.io.IOException;
import java.util.Map;

/**
 * Step: turns the input into an HTTP request for the endpoint, complete but for the signature.
 *
 * <p>A stream that can be read once cannot be both hashed or measured, and sent: where the body is
 * to be signed, or the service wants its length, a small one is kept in memory, before the first
 * attempt.
 */
final class SerializeRequest {
  private static final int MAX_KEPT = 16 * 1024 * 1024;

  private final Protocol protocol;
  private final String userAgent;

  SerializeRequest(Protocol protocol, String userAgent) {
    this.protocol = protocol;
    this.userAgent = userAgent;
  }

  HttpRequest of(OperationModel operation, Map<String, ?> input, Endpoint endpoint) {
    Protocol.WireRequest wire = protocol.serialize(operation, input);
    Headers headers = wire.headers().toBuilder().add("User-Agent", userAgent).build();
    HttpRequest request =
        new HttpRequest(
            wire.method(),
            endpoint.resolve(wire.target()),
            headers,
            wire.body(),
            Repeatable.is(operation, wire.method()));
    boolean streams = !wire.body().replayable();
    return streams && (SignRequest.signsBody(operation) || requiresLength(operation))
        ? keep(request)
        : request;
  }

  private static boolean requiresLength(OperationModel operation) {
    StructureShape shape = operation.input();
    String payload = shape == null ? null : shape.traits().text("payload");
    Member member = shape == null || payload == null ? null : shape.member(payload);
    return member != null && member.shape().traits().flag("requiresLength");
  }

  private static HttpRequest keep(HttpRequest request) {
    byte[] bytes;
    try {
      bytes = request.body().open().readNBytes(MAX_KEPT + 1);
    } catch (IOException e) {
      throw new RequestBodyException(
          SendRequest.address(request), "the stream cannot be read: " + e.getMessage(), e);
    }
    if (bytes.length > MAX_KEPT) {
      throw new RequestBodyException(
          SendRequest.address(request),
          "it is a stream of more than 16 MiB, and its hash or length must be known before it is"
              + " sent: pass a Path or bytes",
          null);
    }
    return new HttpRequest(
        request.method(),
        request.uri(),
        request.headers(),
        HttpBody.of(bytes),
        request.repeatable());
  }
}
