package io.boto4j.internal.call;

import io.boto4j.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/**
 * The header X-Amzn-Trace-Id: passes on the trace of the Lambda invocation that makes the call.
 * Lambda uses it to detect functions that call themselves without end.
 */
final class TraceHeader {
  private static final String NAME = "X-Amzn-Trace-Id";
  private static final String HEX = "0123456789ABCDEF";

  private TraceHeader() {}

  /** Adds the header, unless the request has one already or the trace is empty. */
  static HttpRequest into(HttpRequest request, String traceId) {
    return traceId.isEmpty() || request.headers().contains(NAME)
        ? request
        : request.withHeader(NAME, encode(traceId));
  }

  /** Encodes all characters that could end the header: the trace comes from outside. */
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
