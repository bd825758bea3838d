package io.boto4j.internal.body;

import io.boto4j.http.Headers;

/** The header Content-Encoding: the codings of a body, in the order they were applied. */
final class ContentEncoding {
  private static final String NAME = "Content-Encoding";

  private ContentEncoding() {}

  /** Appends a coding to those that the user set. */
  static void append(Headers.Builder headers, Headers before, String coding) {
    String already = before.first(NAME);
    headers.set(NAME, already == null ? coding : already + "," + coding);
  }
}
