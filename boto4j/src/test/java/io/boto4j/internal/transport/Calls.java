package io.boto4j.internal.transport;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/** Requests and answers as the tests of this package make and read them. */
final class Calls {
  private Calls() {}

  static HttpRequest get(URI uri) {
    return request("GET", uri, HttpBody.empty());
  }

  static HttpRequest post(URI uri, String body) {
    return request("POST", uri, HttpBody.of(body.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** A request with headers given as name, value, name, value … */
  static HttpRequest request(String method, URI uri, HttpBody body, String... headers) {
    Headers.Builder builder = Headers.builder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.add(headers[i], headers[i + 1]);
    }
    return new HttpRequest(method, uri, builder.build(), body);
  }

  static String text(HttpResponse response) throws IOException {
    try (response) {
      return new String(response.body().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /** A body that announces one length and has another. */
  static HttpBody body(byte[] bytes, long announced, boolean replayable) {
    return new HttpBody() {
      @Override
      public long contentLength() {
        return announced;
      }

      @Override
      public boolean replayable() {
        return replayable;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }

  /** 127.0.0.x, without asking the resolver. */
  static InetAddress loopback(int last) throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
  }

  static byte[] pattern(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) ('a' + i % 23);
    }
    return bytes;
  }
}
