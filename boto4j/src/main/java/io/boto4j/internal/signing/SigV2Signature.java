package io.boto4j.internal.signing;

import io.boto4j.credentials.Credentials;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.text.Timestamps;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/**
 * A signature of version 2 for one request, with HMAC-SHA256: the signature version that SimpleDB
 * requires.
 *
 * <p>It covers the method, the host, the path and the parameters, and is added to the parameters:
 * in the form that is the body, or in the query of a request without a body. Source: AWS General
 * Reference, "Signature Version 2 signing process"; where it is silent, botocore's behaviour.
 */
public final class SigV2Signature {
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpRequest request;
  private final boolean form;

  /** The parameters as they are sent, without the signature. */
  private final String parameters;

  private final String stringToSign;
  private final byte[] secretKey;

  /**
   * Prepares a signature.
   *
   * @param request the request, with a form as its body or without a body
   * @param credentials the keys
   * @param at the time of signing
   * @throws IOException if the body cannot be read
   * @throws IllegalArgumentException if the body is not a form, or the URI has no host
   */
  public SigV2Signature(HttpRequest request, Credentials credentials, Instant at)
      throws IOException {
    this.request = request;
    this.form = request.body().contentLength() != 0;
    this.parameters = join(form ? form(request) : query(request.uri()), added(credentials, at));
    this.stringToSign = stringToSign(request, parameters);
    this.secretKey = credentials.secretAccessKey().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Returns the string that is signed.
   *
   * @return the text, which contains the session token, a secret
   */
  public String stringToSign() {
    return stringToSign;
  }

  /**
   * Returns the signed request.
   *
   * @return the request with all parameters of the signature
   */
  public HttpRequest signed() {
    byte[] text = stringToSign.getBytes(StandardCharsets.UTF_8);
    byte[] signature = new HmacSha256(new Sha256(), secretKey).of(text);
    EncodedPairs last = new EncodedPairs();
    last.add("Signature", Base64.getEncoder().encodeToString(signature));
    String all = join(parameters, last.text());
    if (form) {
      return request.withBody(HttpBody.of(all.getBytes(StandardCharsets.US_ASCII)));
    }
    URI uri = request.uri();
    return request.withUri(
        URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + path(uri) + "?" + all));
  }

  private static String added(Credentials credentials, Instant at) {
    EncodedPairs added = new EncodedPairs();
    added.add("AWSAccessKeyId", credentials.accessKeyId());
    added.add("SignatureVersion", "2");
    added.add("SignatureMethod", "HmacSHA256");
    added.add("Timestamp", Timestamps.iso8601(Instant.ofEpochSecond(at.getEpochSecond())));
    String token = credentials.sessionToken();
    if (token != null && !token.isEmpty()) {
      added.add("SecurityToken", token);
    }
    return added.text();
  }

  private static String stringToSign(HttpRequest request, String parameters) {
    EncodedPairs encoded = new EncodedPairs();
    encoded.addAll(parameters);
    Utf8Buffer text = new Utf8Buffer(512);
    text.add(request.method()).add('\n');
    text.add(HostHeader.of(request.uri())).add('\n');
    text.add(path(request.uri())).add('\n');
    CanonicalQuery.write(text, encoded.text());
    return text.text(0, text.length());
  }

  private static String form(HttpRequest request) throws IOException {
    String type = request.headers().first("Content-Type");
    if (type == null || !type.startsWith(FORM)) {
      throw new IllegalArgumentException(
          "Signature version v2 signs the parameters of a form, and the body of this request is"
              + " not a form: set signatureVersion to v4");
    }
    try (InputStream in = request.body().open()) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static String query(URI uri) {
    String query = uri.getRawQuery();
    return query == null ? "" : query;
  }

  private static String path(URI uri) {
    String path = uri.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  private static String join(String pairs, String more) {
    return pairs.isEmpty() ? more : pairs + "&" + more;
  }
}
