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
 * Short questions to the metadata service of a container or an instance.
 *
 * <p>Over sockets of its own: not through the session's transport, whose timeouts are long, and
 * never through a proxy, which would be handed the credentials and is a host of another network.
 * Redirects are not followed. An answer may be so large and take so long, and no more.
 */
final class MetadataHttp {
  static final int MAX_BYTES = 64 * 1024;

  /** An answer in many small pieces, each in time, ends after so many timeouts. */
  private static final int PATIENCE = 5;

  private final HttpTransport transport;
  private final long limitNanos;

  /**
   * Sets the limits.
   *
   * @param timeoutMillis for reaching the service, and for each wait for more of an answer
   * @param resolver finds addresses; null for the JVM's
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
    this.limitNanos = PATIENCE * 1_000_000L * timeoutMillis;
  }

  /**
   * Asks.
   *
   * @param method the HTTP method
   * @param uri where
   * @param headers what to say besides
   * @return the answer, whole
   * @throws IOException if it is too large or takes too long
   * @throws io.boto4j.error.HttpClientException if there is none
   */
  Answer ask(String method, URI uri, Headers headers) throws IOException {
    long deadline = System.nanoTime() + limitNanos;
    HttpRequest request = new HttpRequest(method, uri, headers, HttpBody.empty());
    try (HttpResponse response = transport.send(request)) {
      return new Answer(response.statusCode(), response.headers(), body(response, deadline));
    }
  }

  private static byte[] body(HttpResponse response, long deadline) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    InputStream in = response.body();
    byte[] block = new byte[4096];
    for (int count = in.read(block); count >= 0; count = in.read(block)) {
      bytes.write(block, 0, count);
      if (bytes.size() > MAX_BYTES) {
        throw new IOException("its answer is larger than " + MAX_BYTES + " bytes");
      }
      if (System.nanoTime() - deadline > 0) {
        throw new IOException("its answer did not end in time");
      }
    }
    return bytes.toByteArray();
  }

  /** An answer, whole. */
  static final class Answer {
    private final int status;
    private final Headers headers;
    private final byte[] body;

    private Answer(int status, Headers headers, byte[] body) {
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

    /** The status alone: the body holds credentials. */
    @Override
    public String toString() {
      return "HTTP " + status;
    }
  }
}
