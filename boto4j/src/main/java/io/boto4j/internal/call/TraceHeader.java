package io.boto4j.internal.call;

import io.boto4j.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/**
 * Hands on the trace of the Lambda invocation that makes the call, by which Lambda finds functions
 * that call themselves without end.
 */
final class TraceHeader {
  private static final String NAME = "X-Amzn-Trace-Id";
  private static final String HEX = "0123456789ABCDEF";

  private TraceHeader() {}

  /** The request with the header, unless it has one already or there is no trace. */
  static HttpRequest into(HttpRequest request, String traceId) {
    return traceId.isEmpty() || request.headers().contains(NAME)
        ? request
        : request.withHeader(NAME, encode(traceId));
  }

  /** What comes from outside enters a header without anything that could end it. */
  private static String encode(String traceId) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : traceId.getBytes(StandardCharsets.UTF_8)) {
      if (stays((char) (octet & 0xFF))) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(HEX.charAt(octet >> 4 & 0xF)).append(HEX.charAt(octet & 0xF));
      }
    }
    return encoded.toString();
  }

  private static boolean stays(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~=;:+&[]{}\"',".indexOf(c) >= 0;
  }
}
