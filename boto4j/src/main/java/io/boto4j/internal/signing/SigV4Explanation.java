package io.boto4j.internal.signing;

import io.boto4j.http.Headers;

/**
 * A SigV4 signature and the texts it was made from.
 *
 * @param headers the headers to send
 * @param canonicalRequest the canonical request; it holds the session token, which is secret
 * @param stringToSign the string to sign
 */
public record SigV4Explanation(Headers headers, String canonicalRequest, String stringToSign) {
  /** The names of the headers alone. */
  @Override
  public String toString() {
    return "SigV4Explanation[" + headers + "]";
  }
}
