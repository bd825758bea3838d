package io.boto4j.internal.call;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.protocol.Protocol;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Step: turns the input into an HTTP request for the endpoint, complete but for what depends on its
 * body: coding, checksum, signature.
 */
final class SerializeRequest {
  private static final String BUCKET = "/{Bucket}";

  private final Protocol protocol;
  private final boolean bucketInEndpoint;

  /** The address of the last call at the root, where most protocols make all. */
  private volatile @Nullable Root root;

  SerializeRequest(CallParts parts) {
    this.protocol = parts.protocol();
    this.bucketInEndpoint =
        parts.service().serviceId().equals("S3") && parts.endpoints().rules() != null;
  }

  /** The endpoint's headers come in addition to the operation's own. */
  HttpRequest of(
      OperationModel operation,
      Map<String, ?> input,
      Endpoint endpoint,
      Map<String, String> endpointHeaders) {
    Protocol.WireRequest wire = protocol.serialize(operation, input);
    String target = wire.target();
    if (bucketInEndpoint && operation.requestUri().startsWith(BUCKET) && isForRules(operation)) {
      target = withoutBucket(target);
    }
    return new HttpRequest(
        wire.method(),
        address(endpoint, target),
        endpointHeaders.isEmpty() ? wire.headers() : both(wire.headers(), endpointHeaders),
        wire.body(),
        Repeatable.is(operation, wire.method()));
  }

  private static Headers both(Headers own, Map<String, String> endpointHeaders) {
    Headers.Builder headers = own.toBuilder();
    for (Map.Entry<String, String> header : endpointHeaders.entrySet()) {
      headers.set(header.getKey(), header.getValue());
    }
    return headers.build();
  }

  /** The same endpoint is mostly the same object, and equals of a record is slow to start. */
  @SuppressWarnings("ReferenceEquality")
  private URI address(Endpoint endpoint, String target) {
    if (!target.equals("/")) {
      return endpoint.resolve(target);
    }
    Root known = root;
    if (known == null || known.endpoint != endpoint) {
      known = new Root(endpoint, endpoint.resolve(target));
      root = known;
    }
    return known.uri;
  }

  private static final class Root {
    final Endpoint endpoint;
    final URI uri;

    Root(Endpoint endpoint, URI uri) {
      this.endpoint = endpoint;
      this.uri = uri;
    }
  }

  private static boolean isForRules(OperationModel operation) {
    StructureShape input = operation.input();
    Member bucket = input == null ? null : input.member("Bucket");
    return bucket != null && bucket.traits().flag("contextParam");
  }

  /** S3's model has the bucket in the path; its endpoint rules put it into the host or the path. */
  private static String withoutBucket(String target) {
    for (int i = 1; i < target.length(); i++) {
      if (target.charAt(i) == '/') {
        return target.substring(i);
      }
      if (target.charAt(i) == '?') {
        return "/" + target.substring(i);
      }
    }
    return "/";
  }
}
