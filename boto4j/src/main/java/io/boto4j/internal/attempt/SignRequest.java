package io.boto4j.internal.attempt;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.body.StreamingInput;
import io.boto4j.internal.endpoint.AuthScheme;
import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.internal.protocol.InputEvents;
import io.boto4j.internal.signing.EventSigner;
import io.boto4j.internal.signing.SigV4Explanation;
import io.boto4j.internal.signing.SigV4Signer;
import io.boto4j.internal.signing.SigningProperties;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Traits;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Step: signs a request.
 *
 * <p>The usual way is SigV4 over headers and body, with credentials that are asked for once per
 * signature, so that they cannot change within it. Where the model, the endpoint or the user may
 * want another signature, {@link ChooseSigner} decides; most clients never load it.
 */
public final class SignRequest {
  private final SigV4Signer signer = new SigV4Signer();
  private final CallParts parts;
  private final CustomizationClient client;
  private final SigningProperties properties;
  private final CredentialsProvider credentials;

  /** Null as long as every request is signed with plain SigV4; threads may race to create it. */
  private volatile @Nullable ChooseSigner chooseSigner;

  SignRequest(CallParts parts, CustomizationClient client) {
    this.parts = parts;
    this.client = client;
    this.chooseSigner = isPlain(parts) ? null : new ChooseSigner(parts, signer, client);
    this.properties = properties(parts.service(), parts.region());
    this.credentials = parts.credentials();
  }

  /**
   * Signs a request.
   *
   * @param clock the clock to sign by
   * @param trace receives how and why the request is signed; null for a request that is sent
   */
  Signed sign(
      OperationModel operation,
      HttpRequest request,
      List<AuthScheme> schemes,
      Clock clock,
      @Nullable SigningTrace trace) {
    if (trace == null) {
      if ("none".equals(authType(operation))) {
        return new Signed(complete(request, request.headers()), null);
      }
      if (chooseSigner == null && isPlain(schemes)) {
        Credentials keys = Signed.keys(credentials);
        return new Signed(
            sign(operation, request, signer, properties(schemes), keys, clock, null), keys);
      }
    }
    return chooseSigner().sign(operation, request, schemes, this, clock, trace);
  }

  /** Drops the keys that were derived from credentials. */
  void forget() {
    signer.forget();
    ChooseSigner created = chooseSigner;
    if (created != null) {
      created.forget();
    }
  }

  /**
   * Returns the step that decides which signature a request gets.
   *
   * @return the step
   */
  public ChooseSigner chooseSigner() {
    ChooseSigner created = chooseSigner;
    if (created == null) {
      created = new ChooseSigner(parts, signer, client);
      chooseSigner = created;
    }
    return created;
  }

  /** Whether the endpoint leaves the signature to the client, or asks for plain SigV4. */
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
      Credentials keys,
      Clock clock,
      @Nullable SigningTrace trace) {
    boolean signsBody = signsBody(operation, request);
    String unsigned = unsignedHash(request);
    HttpRequest toSign =
        signsBody ? request : request.withHeader(SigV4Signer.CONTENT_SHA256, unsigned);
    try {
      String hash = signsBody ? signer.payloadHash(request.body()) : unsigned;
      Headers headers =
          trace == null
              ? signer.sign(toSign, hash, properties, keys, clock.instant())
              : traced(trace, signer.explain(toSign, hash, properties, keys, clock.instant()));
      HttpRequest signed = complete(request, headers);
      return carriesEvents(request) ? withSignedEvents(signed, keys, properties, clock) : signed;
    } catch (IOException e) {
      throw Errors.requestBody(request, "it cannot be read to be signed: " + e.getMessage(), e);
    }
  }

  private static Headers traced(SigningTrace trace, SigV4Explanation explanation) {
    trace.signed(explanation.canonicalRequest(), explanation.stringToSign());
    return explanation.headers();
  }

  /** Returns the text that takes the place of the hash of a body that is not signed. */
  private static String unsignedHash(HttpRequest request) {
    if (SigV4Signer.endsInTrailer(request)) {
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

  /**
   * Whether the body of a request is hashed, and so read, before it is sent.
   *
   * @param operation the operation
   * @param request its request
   * @return false if the signature does not cover the body, or there is no signature
   */
  public boolean signsBody(OperationModel operation, HttpRequest request) {
    String type = authType(operation);
    boolean unsigned =
        type != null
            && (type.equals("none")
                || type.equals("v4-unsigned-body")
                || operation.traits().flag("unsignedPayload"));
    if (unsigned || SigV4Signer.endsInTrailer(request) || carriesEvents(request)) {
      return false;
    }
    Boolean configured = parts.signing() == null ? null : parts.signing().signsPayload();
    return configured == null ? !hasOwnDigest(operation, request) : configured;
  }

  /** Whether the body is produced while it is sent, and each event in it signed by itself. */
  private static boolean carriesEvents(HttpRequest request) {
    return !request.body().replayable() && request.body() instanceof InputEvents;
  }

  private static HttpRequest withSignedEvents(
      HttpRequest signed, Credentials keys, SigningProperties properties, Clock clock) {
    String authorization = String.valueOf(signed.headers().first("Authorization"));
    EventSigner events = new EventSigner(properties, keys, authorization, clock);
    return signed
        .withBody(new SignedEvents((InputEvents) signed.body(), events))
        .withRepeatable(false);
  }

  /**
   * Whether the user's own MD5 digest protects a stream over TLS, so that S3's signature need not
   * cover it, as in botocore.
   */
  private boolean hasOwnDigest(OperationModel operation, HttpRequest request) {
    return properties.contentSha256Header()
        && request.headers().contains("Content-MD5")
        && "https".equals(request.uri().getScheme())
        && StreamingInput.is(operation);
  }

  /** Whether the client signs with SigV4, and no setting can change that. */
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

  /**
   * Returns a request with its final headers. Accept-Encoding is outside the signature, as in
   * botocore: a proxy on the way may change it. One that a member sets is signed, and stays.
   */
  static HttpRequest complete(HttpRequest request, Headers headers) {
    if (headers.contains("Accept-Encoding")) {
      return request.withHeaders(headers);
    }
    return request.withHeaders(headers.toBuilder().add("Accept-Encoding", "identity").build());
  }
}
