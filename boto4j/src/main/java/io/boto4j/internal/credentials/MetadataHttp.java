package io.boto4j.internal.credentials;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.transport.NameResolver;
import io.boto4j.internal.transport.SocketTransport;
import io.boto4j.internal.transport.TransportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client for the metadata service of a container or an instance.
 *
 * <p>It has its own transport: the timeouts of the session's are long, and a proxy must not be
 * used, since it would see the credentials and is on another network. Redirects are not followed.
 * The size and duration of a response are limited.
 */
final class MetadataHttp {
  static final int MAX_BYTES = 64 * 1024;

  /**
   * The limit for a whole response, in timeouts: a response of many small pieces may never exceed
   * the timeout of one read.
   */
  private static final int LIMIT_TIMEOUTS = 5;

  private final HttpTransport transport;
  private final long limitNanos;

  /**
   * Creates a client.
   *
   * @param timeoutMillis the connect timeout and the read timeout, in milliseconds
   * @param resolver resolves host names; null for the JVM's resolver
   */
  MetadataHttp(int timeoutMillis, @Nullable NameResolver resolver) {
    this(
        new SocketTransport(
            TransportOptions.defaults()
                .withTimeouts(timeoutMillis, timeoutMillis)
                .withIdle(0, 0)
                .withResolver(resolver)),
        timeoutMillis);
  }

  MetadataHttp(HttpTransport transport, int timeoutMillis) {
    this.transport = transport;
    this.limitNanos = LIMIT_TIMEOUTS * 1_000_000L * timeoutMillis;
  }

  /**
   * Sends a request.
   *
   * @param method the HTTP method
   * @param uri the URL
   * @param headers the headers
   * @return the complete response
   * @throws IOException if the response is too large or takes too long
   * @throws io.boto4j.error.HttpClientException if there is no response
   */
  Response ask(String method, URI uri, Headers headers) throws IOException {
    long deadline = System.nanoTime() + limitNanos;
    HttpRequest request = new HttpRequest(method, uri, headers, HttpBody.empty());
    try (HttpResponse response = transport.send(request)) {
      return new Response(response.statusCode(), response.headers(), body(response, deadline));
    }
  }

  private static byte[] body(HttpResponse response, long deadline) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    InputStream in = response.body();
    byte[] block = new byte[4096];
    for (int count = in.read(block); count >= 0; count = in.read(block)) {
      bytes.write(block, 0, count);
      if (bytes.size() > MAX_BYTES) {
        throw new IOException("its response is larger than " + MAX_BYTES + " bytes");
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IOException("its response did not end in time");
      }
    }
    return bytes.toByteArray();
  }

  /** A complete response. */
  static final class Response {
    private final int status;
    private final Headers headers;
    private final byte[] body;

    private Response(int status, Headers headers, byte[] body) {
      this.status = status;
      this.headers = headers;
      this.body = body;
    }

    int status() {
      return status;
    }

    Headers headers() {
      return headers;
    }

    byte[] body() {
      return body;
    }

    /** Returns the status only, since the body holds credentials. */
    @Override
    public String toString() {
      return "HTTP " + status;
    }
  }
}
