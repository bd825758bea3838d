package io.boto4j.internal.signing;

import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.text.Timestamps;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A SigV4 signer: it signs in the Authorization header, or in the query for a URL that others may
 * use.
 *
 * <p>Safe for any number of threads. It keeps the key it derived last, so each client has its own.
 */
public sealed class SigV4Signer permits SigV4aSigner {
  /** The payload hash of a request whose body is not signed. */
  public static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

  /** The payload hash of a request whose body is not signed and ends in a checksum trailer. */
  public static final String STREAMING_UNSIGNED_PAYLOAD_TRAILER =
      "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

  /** The header with the hash of the payload, or one of the constants in place of the hash. */
  public static final String CONTENT_SHA256 = "X-Amz-Content-SHA256";

  private static final String REGION_SET = "X-Amz-Region-Set";
  private static final int DAY_LENGTH = 8;

  /** Immutable, and replaced as a whole: threads that race may each derive one. */
  private @Nullable SigningKey lastKey;

  final Sha256 sha256 = new Sha256();

  /** Creates a signer, which derives its key on first use. */
  public SigV4Signer() {}

  /**
   * Whether the checksum of a body follows it in a trailer, so that its hash cannot be signed.
   *
   * @param request a request that is not signed yet
   * @return true if the body ends in a trailer
   */
  public static boolean endsInTrailer(HttpRequest request) {
    return STREAMING_UNSIGNED_PAYLOAD_TRAILER.equals(request.headers().first(CONTENT_SHA256));
  }

  /**
   * Returns the hash of a body that is to be signed.
   *
   * @param body the body, opened once; it must be replayable if it is to be sent afterwards
   * @return 64 hexadecimal digits
   * @throws IOException if reading the body fails
   */
  public String payloadHash(HttpBody body) throws IOException {
    return sha256.hex(body);
  }

  /**
   * Signs a request.
   *
   * <p>X-Amz-Date, X-Amz-Security-Token (if there is a token), X-Amz-Content-SHA256 (if the
   * properties require it) and Authorization replace such headers of the request. A request with a
   * Date header gets the new time there instead of in X-Amz-Date. If the request has an
   * X-Amz-Content-SHA256 that the properties do not require, its value is signed as the hash of the
   * payload, in place of {@code payloadHash}.
   *
   * @param request the request with all its headers; without Host, the host of the URI is signed
   * @param payloadHash the body's SHA-256 in lower-case hexadecimal, or one of the constants
   * @param properties the credential scope, and the treatment of the path
   * @param credentials the keys
   * @param at the time of signing
   * @return the headers to send
   * @throws IllegalArgumentException if the URI has no host, or a value is not valid in a header
   */
  public Headers sign(
      HttpRequest request,
      String payloadHash,
      SigningProperties properties,
      Credentials credentials,
      Instant at) {
    String time = Timestamps.sigV4(at);
    String day = time.substring(0, DAY_LENGTH);
    String scope = scope(day, properties);
    Headers.Builder signed = unsigned(request, payloadHash, properties, credentials, at, time);
    Utf8Buffer text = new Utf8Buffer(capacity(request, credentials));
    String names = CanonicalRequest.write(text, request, signed.build(), payloadHash, properties);
    int canonicalEnd = text.length();
    addStringToSign(text, time, scope);
    StringBuilder authorization = new StringBuilder(names.length() + 224);
    authorization.append(algorithm()).append(" Credential=").append(credentials.accessKeyId());
    authorization.append('/').append(scope).append(", SignedHeaders=").append(names);
    authorization.append(", Signature=");
    authorization.append(signature(text, canonicalEnd, day, properties, credentials));
    return signed.add("Authorization", authorization.toString()).build().requireSendable();
  }

  /** Enough for most requests; the buffer grows for others. */
  private static int capacity(HttpRequest request, Credentials credentials) {
    String token = credentials.sessionToken();
    return 64 * (8 + request.headers().size() / 4) + (token == null ? 0 : token.length());
  }

  /**
   * Signs a request in its query, so that anyone with the URL may send the request until it
   * expires.
   *
   * <p>The URL lists the headers that are signed, and they must be sent unchanged. The query is
   * encoded again; its pairs keep their order.
   *
   * @param request the request; its body is ignored
   * @param payloadHash the body's SHA-256 in lower-case hexadecimal, or one of the constants
   * @param properties the credential scope, and the treatment of the path
   * @param credentials the keys
   * @param at the time of signing
   * @param expiresInSeconds the validity of the URL, in seconds
   * @return the URL, which is a secret
   * @throws IllegalArgumentException if the URI has no host
   */
  public URI presign(
      HttpRequest request,
      String payloadHash,
      SigningProperties properties,
      Credentials credentials,
      Instant at,
      long expiresInSeconds) {
    String time = Timestamps.sigV4(at);
    String day = time.substring(0, DAY_LENGTH);
    String scope = scope(day, properties);
    PresignedQuery query = new PresignedQuery(request);
    query.add("X-Amz-Algorithm", algorithm());
    query.add("X-Amz-Credential", credentials.accessKeyId() + "/" + scope);
    query.add("X-Amz-Date", time);
    query.add("X-Amz-Expires", Long.toString(expiresInSeconds));
    query.add("X-Amz-SignedHeaders", CanonicalRequest.signedHeaders(request));
    String token = credentials.sessionToken();
    if (token != null && !token.isEmpty()) {
      query.add(properties.tokenName(), token);
    }
    String regionSet = regionSet(properties);
    if (regionSet != null) {
      query.add(REGION_SET, regionSet);
    }
    Utf8Buffer text = new Utf8Buffer(1024);
    CanonicalRequest.write(text, query.request(), request.headers(), payloadHash, properties);
    int canonicalEnd = text.length();
    addStringToSign(text, time, scope);
    query.add("X-Amz-Signature", signature(text, canonicalEnd, day, properties, credentials));
    return query.request().uri();
  }

  /**
   * Signs a text without a canonical form, such as the policy of a browser upload.
   *
   * @param text the text
   * @param day the day of the credential scope, such as {@code 20260203}
   * @param properties the credential scope
   * @param credentials the keys
   * @return the signature in hexadecimal
   */
  String signText(String text, String day, SigningProperties properties, Credentials credentials) {
    return signature(new Utf8Buffer(text.length()).add(text), 0, day, properties, credentials);
  }

  /**
   * Signs a request as {@link #sign} does, and returns the intermediate texts too.
   *
   * @param request the request with all its headers
   * @param payloadHash the body's SHA-256 in lower-case hexadecimal, or one of the constants
   * @param properties the credential scope, and the treatment of the path
   * @param credentials the keys
   * @param at the time of signing
   * @return the headers to send, the canonical request and the string to sign
   * @throws IllegalArgumentException if the URI has no host, or a value is not valid in a header
   */
  public SigV4Explanation explain(
      HttpRequest request,
      String payloadHash,
      SigningProperties properties,
      Credentials credentials,
      Instant at) {
    String time = Timestamps.sigV4(at);
    Headers headers = sign(request, payloadHash, properties, credentials, at);
    Headers unsigned = headers.toBuilder().remove("Authorization").build();
    Utf8Buffer text = new Utf8Buffer(1024);
    CanonicalRequest.write(text, request, unsigned, payloadHash, properties);
    int canonicalEnd = text.length();
    addStringToSign(text, time, scope(time.substring(0, DAY_LENGTH), properties));
    return new SigV4Explanation(
        headers, text.text(0, canonicalEnd), text.text(canonicalEnd, text.length()));
  }

  /** Returns all headers except Authorization. New ones come last, as in botocore. */
  private Headers.Builder unsigned(
      HttpRequest request,
      String payloadHash,
      SigningProperties properties,
      Credentials credentials,
      Instant at,
      String time) {
    Headers.Builder headers = request.headers().toBuilder().remove("Authorization");
    headers.remove("X-Amz-Date");
    if (headers.contains("Date")) {
      // botocore's spelling of UTC, which services are known to accept here.
      String date = Timestamps.rfc822(at);
      headers.remove("Date").add("Date", date.substring(0, date.length() - 3) + "-0000");
    } else {
      headers.add("X-Amz-Date", time);
    }
    String token = credentials.sessionToken();
    if (token != null && !token.isEmpty()) {
      headers.remove(properties.tokenName()).add(properties.tokenName(), token);
    }
    String regionSet = regionSet(properties);
    if (regionSet != null) {
      headers.remove(REGION_SET).add(REGION_SET, regionSet);
    }
    if (properties.contentSha256Header()) {
      headers.remove("X-Amz-Content-SHA256").add("X-Amz-Content-SHA256", payloadHash);
    }
    return headers;
  }

  /** Adds the string to sign to a buffer that contains the canonical request only. */
  private void addStringToSign(Utf8Buffer text, String time, String scope) {
    MessageDigest digest = sha256.digest();
    digest.update(text.array(), 0, text.length());
    text.add(algorithm()).add('\n').add(time).add('\n');
    text.add(scope).add('\n').addHex(digest.digest());
  }

  /** Returns the name of the algorithm in signatures. */
  String algorithm() {
    return "AWS4-HMAC-SHA256";
  }

  /** Returns the credential scope, which limits the use of a signature. */
  String scope(String day, SigningProperties properties) {
    return day + "/" + properties.region() + "/" + properties.signingName() + "/aws4_request";
  }

  /** Returns the regions of a signature if the scope does not have them, or null. */
  @Nullable String regionSet(SigningProperties properties) {
    return null;
  }

  /** Signs a buffer from an index to its end; returns hexadecimal digits. */
  String signature(
      Utf8Buffer text,
      int from,
      String day,
      SigningProperties properties,
      Credentials credentials) {
    byte[] signature =
        key(credentials.secretAccessKey(), day, properties)
            .sign(text.array(), from, text.length() - from);
    return Sha256.hexOf(signature);
  }

  /** Drops the key that was derived last. */
  public void forget() {
    lastKey = null;
  }

  private SigningKey key(String secretAccessKey, String day, SigningProperties properties) {
    SigningKey key = lastKey;
    if (key == null
        || !key.fits(sha256, secretAccessKey, day, properties.region(), properties.signingName())) {
      key =
          SigningKey.derive(
              sha256, secretAccessKey, day, properties.region(), properties.signingName());
      lastKey = key;
    }
    return key;
  }
}
