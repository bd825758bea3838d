package io.boto4j.conformance;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the last request and returns a given response. For use by one thread. */
final class RecordingTransport implements HttpTransport {
  private int status = 200;
  private Headers headers = Headers.empty();
  private byte[] body = new byte[0];
  private @Nullable Sent sent;

  /** A request as it would have been sent. */
  static final class Sent {
    private final HttpRequest request;
    private final Headers headers;
    private final byte[] body;

    private Sent(HttpRequest request, byte[] body) {
      this.request = request;
      this.headers = framed(request);
      this.body = body;
    }

    String method() {
      return request.method();
    }

    URI uri() {
      return request.uri();
    }

    Headers headers() {
      return headers;
    }

    /** The headers without those that frame the body. */
    Headers unframedHeaders() {
      return request.headers();
    }

    /** The length the body announces, or −1. */
    long contentLength() {
      return request.body().contentLength();
    }

    byte[] body() {
      return body;
    }

    /** Adds the header with which boto4j's own transport frames a body. */
    private static Headers framed(HttpRequest request) {
      long length = request.body().contentLength();
      boolean bodiless = Set.of("GET", "HEAD", "OPTIONS").contains(request.method());
      if (request.headers().contains("Content-Length") || (length == 0 && bodiless)) {
        return request.headers();
      }
      return length < 0
          ? request.headers().toBuilder().add("Transfer-Encoding", "chunked").build()
          : request.headers().toBuilder().add("Content-Length", Long.toString(length)).build();
    }
  }

  /** Forgets the last request, and sets the response to the next ones. */
  void respond(int statusCode, Headers responseHeaders, byte[] responseBody) {
    this.status = statusCode;
    this.headers = responseHeaders;
    this.body = responseBody;
    this.sent = null;
  }

  /** Returns the last request since {@link #respond}; null if nothing was sent. */
  @Nullable Sent sent() {
    return sent;
  }

  @Override
  public HttpResponse send(HttpRequest request) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    request.body().writeTo(content);
    sent = new Sent(request, content.toByteArray());
    return HttpResponse.of(status, headers, new ByteArrayInputStream(body));
  }
}
