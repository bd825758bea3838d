package io.boto4j.local.wire;

import io.boto4j.Structure;
import io.boto4j.http.HttpResponse;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.world.Worlds;
import io.boto4j.model.ServiceModel;
import java.io.IOException;
import java.io.InputStream;
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
  private final SignatureCheck signatures;

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
    this.signatures = new SignatureCheck(worlds.clock());
  }

  /**
   * Answers a request. Never throws: what fails unexpectedly is logged with the id of the request,
   * and the client receives an {@code InternalFailure} with that id.
   *
   * @param received the request
   * @return the response
   */
  public HttpResponse handle(Inbound received) {
    String requestId = UUID.randomUUID().toString();
    ProtocolKind protocol = guess(received);
    ServiceModel service = null;
    try {
      Inbound request = DecodedBody.decoded(BucketHosts.pathStyle(received));
      SignedRequest signed = SignedRequest.of(request);
      List<Map.Entry<String, String>> form = null;
      if (isForm(request)) {
        byte[] body = ServerBody.all(request.body(), MOST_FORM);
        form = Inbound.pairs(new String(body, StandardCharsets.UTF_8), /* form= */ true);
        request = with(request, new SignatureCheck.KeptBody(body));
      }
      Target target = routes.find(request, signed == null ? null : signed.service(), form);
      service = target.service();
      protocol = target.protocol();
      return answer(received, request, target, signed, form, requestId);
    } catch (EngineException e) {
      return ResponseWriter.error(service, protocol, e, requestId);
    } catch (IOException | RuntimeException e) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.ERROR, "The request " + requestId + " failed unexpectedly", e);
      EngineException failure =
          new EngineException(
              "InternalFailure",
              "The request processing has failed because of an unknown error; the log of"
                  + " boto4j-local has the details under "
                  + requestId,
              500,
              Map.of());
      return ResponseWriter.error(service, protocol, failure, requestId);
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
    Principal principal = settings.principal(signed == null ? "" : signed.accessKeyId());
    String region =
        signed == null || signed.region() == null ? settings.region() : signed.region();
    Inbound request = decoded;
    if (signed != null && settings.verifiesSignatures() && principal.secret() != null) {
      boolean s3 = "s3".equals(target.service().metadata().text("signatureVersion"));
      if (!s3 && form == null && request.headers().first("X-Amz-Content-SHA256") == null) {
        request =
            with(request, new SignatureCheck.KeptBody(ServerBody.all(request.body(), MOST_FORM)));
      }
      signatures.verify(
          with(received, request.body()), signed, principal.secret(), s3);
    }
    Structure input = RequestReader.read(target, unzipped(request), form);
    InputCheck.check(target, input);
    EngineCall call =
        new EngineCall(
            operation,
            PlainInput.of(input),
            new EngineCall.Caller(
                signed == null ? "" : signed.accessKeyId(), principal.arn(), principal.account()),
            requestId);
    settings.before(service, call);
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
    return ResponseWriter.write(target, output, requestId);
  }

  private static Inbound unzipped(Inbound request) throws IOException {
    InputStream body = DecodedBody.unzipped(request);
    return body == request.body() ? request : with(request, body);
  }

  private static Inbound with(Inbound request, InputStream body) {
    return new Inbound(
        request.method(), request.path(), request.query(), request.headers(), body);
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
