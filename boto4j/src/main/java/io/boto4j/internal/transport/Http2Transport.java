package io.boto4j.internal.transport;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/2 over {@code java.net.http}, for requests that are answered while they are still being
 * sent. It costs a cold process a quarter of a second, so nothing else goes over it.
 *
 * <p>The body of a request is read on a thread of its own. If reading it fails, the exchange is
 * given up, and what failed is thrown to whoever waits for the answer or reads it. If the answer
 * ends, or is closed, no more of the request is read. Safe for any number of threads.
 *
 * <p>Over plain http it speaks HTTP/1.1, where the answer comes when the request has ended.
 */
public final class Http2Transport implements HttpTransport {
  /** What {@code java.net.http} sets itself, and lets nobody else set. */
  private static final Set<String> RESERVED =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private final TransportOptions options;
  private final @Nullable Supplier<SSLContext> tls;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable HttpClient client;
  private boolean closed;

  /**
   * Makes a transport; nothing is opened yet.
   *
   * @param options the timeouts count
   * @param tls gives the TLS context, asked once; null for the JVM's default
   */
  public Http2Transport(TransportOptions options, @Nullable Supplier<SSLContext> tls) {
    this.options = options;
    this.tls = tls;
  }

  /**
   * Sends a request and waits for the head of the answer, no longer than the read timeout.
   *
   * @param request what to send
   * @return the answer
   * @throws IllegalStateException if this transport is closed
   * @throws RuntimeException what reading the request's body threw
   * @throws io.boto4j.error.Boto4jException if there is no answer
   */
  @Override
  public HttpResponse send(HttpRequest request) {
    URI uri = request.uri();
    Http2Input input = new Http2Input(request.body());
    Http2Output output = new Http2Output(uri, input, options.readTimeoutMillis());
    CompletableFuture<java.net.http.HttpResponse<Http2Output>> answer =
        client().sendAsync(jdk(request, input), head -> output);
    boolean answered = false;
    try {
      java.net.http.HttpResponse<Http2Output> head = await(answer, uri);
      answered = true;
      return HttpResponse.of(head.statusCode(), headers(head.headers().map()), output);
    } catch (ExecutionException e) {
      input.throwFailure();
      throw failure(e.getCause(), uri);
    } finally {
      if (!answered) {
        answer.cancel(true);
        input.stop();
      }
    }
  }

  /** Lets go of the connections: those in use end with their answers. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      client = null;
    } finally {
      lock.unlock();
    }
  }

  private <T> T await(CompletableFuture<T> answer, URI uri) throws ExecutionException {
    try {
      int millis = options.readTimeoutMillis();
      return millis == 0 ? answer.get() : answer.get(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted(uri, null);
    } catch (TimeoutException e) {
      throw Failures.awaiting(new SocketTimeoutException("No answer"), uri);
    }
  }

  private static RuntimeException failure(@Nullable Throwable e, URI uri) {
    if (e instanceof HttpConnectTimeoutException) {
      return Failures.connecting(new SocketTimeoutException(e.getMessage()), uri);
    }
    if (e instanceof ConnectException refused) {
      return Failures.connecting(
          isUnresolved(e) ? new UnknownHostException(uri.getHost()) : refused, uri);
    }
    if (e instanceof SSLException untrusted) {
      return Failures.connecting(untrusted, uri);
    }
    return e instanceof IOException lost
        ? Failures.awaiting(lost, uri)
        : e instanceof RuntimeException other ? other : new IllegalStateException(e);
  }

  private static boolean isUnresolved(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  private static java.net.http.HttpRequest jdk(HttpRequest request, Http2Input input) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(request.uri())
            .version(
                "https".equals(request.uri().getScheme())
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1)
            .method(request.method(), input);
    for (Map.Entry<String, String> header : request.headers()) {
      if (!RESERVED.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        builder.header(header.getKey(), header.getValue());
      }
    }
    return builder.build();
  }

  private static Headers headers(Map<String, List<String>> map) {
    Headers.Builder headers = Headers.builder();
    map.forEach(
        (name, values) -> {
          // The status, as HTTP/2 spells it.
          if (!name.startsWith(":")) {
            values.forEach(value -> headers.add(name, value));
          }
        });
    return headers.build();
  }

  private HttpClient client() {
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("This transport is closed");
      }
      HttpClient made = client;
      if (made == null) {
        made = newClient();
        client = made;
      }
      return made;
    } finally {
      lock.unlock();
    }
  }

  private HttpClient newClient() {
    HttpClient.Builder builder = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY);
    if (options.connectTimeoutMillis() > 0) {
      builder.connectTimeout(Duration.ofMillis(options.connectTimeoutMillis()));
    }
    if (tls != null) {
      builder.sslContext(tls.get());
    }
    return builder.build();
  }
}
