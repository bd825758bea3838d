package io.boto4j.local.wire;

import io.boto4j.Structure;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.world.Worlds;
import io.boto4j.model.ServiceModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests: finds the operation, verifies the signature, reads the input, asks the engine
 * and writes its output or error.
 */
public final class LocalHandler {
  private static final int MOST_FORM = 10 << 20;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Worlds worlds;
  private final Routes routes;
  private final LocalSettings settings;
  private final Authentication authentication;

  /**
   * Creates a handler.
   *
   * @param worlds the engines
   * @param routes finds operations
   * @param settings what the user set
   */
  public LocalHandler(Worlds worlds, Routes routes, LocalSettings settings) {
    this.worlds = worlds;
    this.routes = routes;
    this.settings = settings;
    this.authentication = new Authentication(settings.signatures(), worlds.clock());
  }

  /**
   * Answers a request. What fails unexpectedly is logged with the id of the request, and the client
   * receives an {@code InternalFailure} with that id.
   *
   * @param received the request
   * @return the response
   * @throws ConnectionDropped if the client shall receive nothing
   */
  public HttpResponse handle(Inbound received) {
    String requestId = UUID.randomUUID().toString();
    String document = received.method().equals("GET") ? settings.document(received.path()) : null;
    if (document != null) {
      Headers.Builder headers = Headers.builder().add("Content-Type", "application/octet-stream");
      return ResponseWriter.of(200, headers, document.getBytes(StandardCharsets.UTF_8));
    }
    ProtocolKind protocol = guess(received);
    ServiceModel service = null;
    try {
      Inbound request = DecodedBody.decoded(QueryHeaders.applied(BucketHosts.pathStyle(received)));
      if (PostForm.is(request)) {
        return new PostUpload(worlds, routes, settings).answer(request, requestId);
      }
      SignedRequest signed = SignedRequest.of(request);
      List<Map.Entry<String, String>> form = null;
      if (isForm(request)) {
        byte[] body = ServerBody.all(request.body(), MOST_FORM);
        form = Inbound.pairs(new String(body, StandardCharsets.UTF_8), /* form= */ true);
        request = request.withBody(new SignatureCheck.KeptBody(body));
      }
      Target target = routes.find(request, signed == null ? null : signed.service(), form);
      service = target.service();
      protocol = target.protocol();
      return answer(received, request, target, signed, form, requestId);
    } catch (EngineException e) {
      return ResponseWriter.error(service, protocol, e, requestId);
    } catch (ConnectionDropped e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      return ResponseWriter.error(service, protocol, Unexpected.error(e, requestId), requestId);
    }
  }

  private HttpResponse answer(
      Inbound received,
      Inbound decoded,
      Target target,
      @Nullable SignedRequest signed,
      @Nullable List<Map.Entry<String, String>> form,
      String requestId)
      throws IOException {
    String service = target.service().name();
    String operation = target.operation().name();
    String region = region(signed, received);
    Principal principal = settings.principal(signed == null ? "" : signed.accessKeyId(), region);
    Inbound request = authentication.check(received, decoded, target, signed, principal);
    Structure input = RequestReader.read(target, request, form);
    InputCheck.check(target, input);
    EngineCall call =
        new EngineCall(
            operation,
            PlainInput.of(input),
            new EngineCall.Caller(
                signed == null ? "" : signed.accessKeyId(),
                signed == null ? "" : principal.arn(),
                principal.account()),
            requestId,
            received.endpoint());
    settings.before(service, region, call);
    Map<String, ?> output = settings.answer(service, call);
    if (output == null) {
      Engine engine = worlds.engine(principal.account(), region, service);
      if (engine == null || !engine.operations().contains(operation)) {
        throw new EngineException(
            "NotImplemented",
            "boto4j-local does not emulate "
                + service
                + ":"
                + operation
                + "; register it with on(\""
                + service
                + "\", \""
                + operation
                + "\", …)",
            501,
            Map.of());
      }
      output = engine.call(call);
    }
    return ResponseChecksums.applied(
        target, input, ResponseWriter.write(target, output, requestId));
  }

  private String region(@Nullable SignedRequest signed, Inbound received) {
    String region = signed == null ? received.hostRegion() : signed.region();
    return region == null ? settings.region() : region;
  }

  private static boolean isForm(Inbound request) {
    String type = request.headers().first("Content-Type");
    return type != null && type.startsWith(FORM) && request.method().equals("POST");
  }

  /** Returns the protocol for errors of requests whose operation is not known. */
  private static ProtocolKind guess(Inbound request) {
    if (request.headers().contains("X-Amz-Target")) {
      return ProtocolKind.JSON;
    }
    if (request.headers().contains("smithy-protocol")) {
      return ProtocolKind.CBOR;
    }
    if (isForm(request) || request.query().contains("Action=")) {
      return ProtocolKind.QUERY;
    }
    String type = request.headers().first("Content-Type");
    return type != null && type.contains("json") ? ProtocolKind.REST_JSON : ProtocolKind.REST_XML;
  }
}
