package io.boto4j.internal.call;

import io.boto4j.http.Headers;

/** The codings of a body, in the order they were put on it. */
final class ContentEncoding {
  private static final String NAME = "Content-Encoding";

  private ContentEncoding() {}

  /** Adds a coding to the header behind those the user set. */
  static void append(Headers.Builder headers, Headers before, String coding) {
    String already = before.first(NAME);
    headers.set(NAME, already == null ? coding : already + "," + coding);
  }
}
