package io.boto4j.internal.signing;

import io.boto4j.http.Headers;

/**
 * A SigV4 signature and the texts it was computed from.
 *
 * @param headers the headers to send
 * @param canonicalRequest the canonical request; it contains the session token, which is secret
 * @param stringToSign the string to sign
 */
public record SigV4Explanation(Headers headers, String canonicalRequest, String stringToSign) {
  /** Returns the names of the headers only. */
  @Override
  public String toString() {
    return "SigV4Explanation[" + headers + "]";
  }
}
