package io.boto4j.internal.call;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.AuthScheme;
import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.protocol.InputEvents;
import io.boto4j.internal.signing.EventSigner;
import io.boto4j.internal.signing.SigV4Signer;
import io.boto4j.internal.signing.SigningCredentials;
import io.boto4j.internal.signing.SigningProperties;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Traits;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Step: signs the request with SigV4, body and all, unless the model says that the operation takes
 * no signature, or none of the body, or the body ends in a trailer. The credentials are asked for
 * once a signature, so that they cannot change within it.
 *
 * <p>Where model, endpoint or user may want something else than SigV4, {@link ChooseSigner} says
 * what; few services do.
 */
final class SignRequest {
  static final String CONTENT_SHA256 = "X-Amz-Content-SHA256";

  private final SigV4Signer signer = new SigV4Signer();
  private final SigningProperties properties;
  private final CredentialsProvider credentials;

  /** The session's, or as far from it as a service's clock was found to be. */
  private volatile Clock clock;

  private final CallParts parts;
  private final CallRoad road;

  /** Null as long as nothing asks for it; two threads may make two. */
  private @Nullable ChooseSigner chooseSigner;

  SignRequest(CallParts parts, CallRoad road) {
    this.parts = parts;
    this.road = road;
    this.chooseSigner = isPlain(parts) ? null : new ChooseSigner(parts, signer, road);
    this.properties = properties(parts.service(), parts.region());
    this.credentials = parts.credentials();
    this.clock = parts.clock();
  }

  /** The time that is signed. */
  Clock clock() {
    return clock;
  }

  /** Signs by another clock from now on. */
  void clock(Clock corrected) {
    clock = corrected;
  }

  HttpRequest sign(CallState call, HttpRequest request, List<AuthScheme> schemes) {
    OperationModel operation = call.operation();
    if ("none".equals(authType(operation))) {
      return with(request, request.headers());
    }
    if (chooseSigner == null && isPlain(schemes)) {
      Credentials keys = credentials.credentials();
      call.signingKeys(keys);
      return sign(operation, request, signer, properties(schemes), keys);
    }
    return chooseSigner().sign(call, request, schemes, this);
  }

  ChooseSigner chooseSigner() {
    ChooseSigner made = chooseSigner;
    if (made == null) {
      made = new ChooseSigner(parts, signer, road);
      chooseSigner = made;
    }
    return made;
  }

  /** Whether the endpoint leaves it to the client, or wants what it would do anyway. */
  private static boolean isPlain(List<AuthScheme> schemes) {
    return schemes.isEmpty() || (schemes.size() == 1 && schemes.get(0).name().equals("sigv4"));
  }

  private SigningProperties properties(List<AuthScheme> schemes) {
    if (schemes.isEmpty()) {
      return properties;
    }
    AuthScheme scheme = schemes.get(0);
    String name = scheme.signingName();
    String region = scheme.region();
    return new SigningProperties(
        name == null ? properties.signingName() : name,
        region == null ? properties.region() : region,
        properties.doubleEncode() && !scheme.disableDoubleEncoding(),
        properties.normalizePath(),
        properties.contentSha256Header());
  }

  HttpRequest sign(
      OperationModel operation,
      HttpRequest request,
      SigV4Signer signer,
      SigningProperties properties,
      Credentials keys) {
    boolean signsBody = signsBody(operation, request);
    String unsigned = unsignedHash(request);
    HttpRequest toSign = signsBody ? request : with(request, CONTENT_SHA256, unsigned);
    SigningCredentials signing =
        new SigningCredentials(keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
    try {
      String hash = signsBody ? signer.payloadHash(request.body()) : unsigned;
      HttpRequest signed =
          with(request, signer.sign(toSign, hash, properties, signing, clock.instant()));
      return carriesEvents(request) ? withSignedEvents(signed, signing, properties) : signed;
    } catch (IOException e) {
      throw Errors.requestBody(
          SendRequest.address(request), "it cannot be read to be signed: " + e.getMessage(), e);
    }
  }

  /** What stands for the hash of a body that is not signed. */
  static String unsignedHash(HttpRequest request) {
    if (endsInTrailer(request)) {
      return SigV4Signer.STREAMING_UNSIGNED_PAYLOAD_TRAILER;
    }
    return carriesEvents(request) ? EventSigner.STREAMING_EVENTS : SigV4Signer.UNSIGNED_PAYLOAD;
  }

  private static SigningProperties properties(ServiceModel service, ClientRegion region) {
    String version = service.metadata().text("signatureVersion");
    return "s3".equals(version) || "s3v4".equals(version)
        ? SigningProperties.s3(region.signingName(), region.signing())
        : SigningProperties.of(region.signingName(), region.signing());
  }

  /** Whether the body is hashed, and so read, before it is sent. */
  boolean signsBody(OperationModel operation, HttpRequest request) {
    String type = authType(operation);
    boolean unsigned =
        type != null
            && (type.equals("none")
                || type.equals("v4-unsigned-body")
                || operation.traits().flag("unsignedPayload"));
    if (unsigned || endsInTrailer(request) || carriesEvents(request)) {
      return false;
    }
    Boolean asked = parts.signing() == null ? null : parts.signing().signsPayload();
    return asked == null ? !isS3WithMd5(operation, request) : asked;
  }

  /** Whether the body's checksum follows it, so that no hash of it can be signed. */
  static boolean endsInTrailer(HttpRequest request) {
    return SigV4Signer.STREAMING_UNSIGNED_PAYLOAD_TRAILER.equals(
        request.headers().first(CONTENT_SHA256));
  }

  /** Whether the body is made as it is sent, each of its events signed for itself. */
  private static boolean carriesEvents(HttpRequest request) {
    return !request.body().replayable() && request.body() instanceof InputEvents;
  }

  private HttpRequest withSignedEvents(
      HttpRequest signed, SigningCredentials signing, SigningProperties properties) {
    String authorization = String.valueOf(signed.headers().first("Authorization"));
    EventSigner events = new EventSigner(properties, signing, authorization, clock);
    return signed
        .withBody(new SignedEvents((InputEvents) signed.body(), events))
        .withRepeatable(false);
  }

  /** To S3 a stream goes unsigned over TLS if the user's own digest guards it, as in botocore. */
  private boolean isS3WithMd5(OperationModel operation, HttpRequest request) {
    return properties.contentSha256Header()
        && request.headers().contains("Content-MD5")
        && "https".equals(request.uri().getScheme())
        && StreamingInput.is(operation);
  }

  /** Whether the client signs with SigV4, and nothing can make it do else. */
  private static boolean isPlain(CallParts parts) {
    Traits metadata = parts.service().metadata();
    String version = metadata.text("signatureVersion");
    boolean plain =
        metadata.get("auth") instanceof List<?> auth
            ? auth.size() == 1 && "aws.auth#sigv4".equals(auth.get(0))
            : version == null || version.equals("v4");
    return plain && parts.signing() == null;
  }

  private static @Nullable String authType(OperationModel operation) {
    return operation.traits().text("authtype");
  }

  static HttpRequest with(HttpRequest request, String name, String value) {
    return request.withHeader(name, value);
  }

  /** Accept-Encoding is outside the signature, as in botocore: a proxy on the way may change it. */
  static HttpRequest with(HttpRequest request, Headers headers) {
    return request.withHeaders(headers.toBuilder().add("Accept-Encoding", "identity").build());
  }
}
