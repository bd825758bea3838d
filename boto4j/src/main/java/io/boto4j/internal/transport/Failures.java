package io.boto4j.internal.transport;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ConnectTimeoutException;
import io.boto4j.error.ConnectionClosedException;
import io.boto4j.error.EndpointConnectionException;
import io.boto4j.error.HttpClientException;
import io.boto4j.error.IncompleteReadException;
import io.boto4j.error.InvalidHttpResponseException;
import io.boto4j.error.ProxyConnectionException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.error.RequestBodyException;
import io.boto4j.error.TlsException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Conversion of the JDK's exceptions to boto4j's, by the phase of the exchange.
 *
 * <p>For cold start: this is a class of its own, and its methods are declared to return {@link
 * RuntimeException}, so that the exception classes are not loaded, even by the verifier, unless
 * something fails.
 */
final class Failures {
  private Failures() {}

  static RuntimeException connecting(IOException e, URI uri) {
    if (isInterrupted()) {
      return interrupted(uri, e);
    }
    String url = Route.url(uri);
    if (e instanceof ProxyFailure proxy) {
      return new ProxyConnectionException(url, proxy.maskedUrl(), proxy.why(), e.getCause());
    }
    if (e instanceof SocketTimeoutException) {
      return new ConnectTimeoutException(url, e);
    }
    if (e instanceof UnknownHostException) {
      return new EndpointConnectionException(url, "unknown host", e);
    }
    if (isTlsFault(e)) {
      return new TlsException(url, reason(e), e);
    }
    return new EndpointConnectionException(
        url,
        e instanceof SSLException
            ? "the server closed the connection during the TLS handshake"
            : reason(e),
        e);
  }

  /** The deadline passed before anything was sent. */
  static RuntimeException tooLate(URI uri) {
    return new ConnectTimeoutException(
        Route.url(uri), new SocketTimeoutException(SocketInput.TIME_IS_UP));
  }

  /** A failure before anything of the response arrived. */
  static RuntimeException awaiting(IOException e, URI uri) {
    return awaiting(e, uri, 0);
  }

  /**
   * A failure before the whole head of the response arrived.
   *
   * @param status the status of the head, as far as it arrived, or 0
   */
  static RuntimeException awaiting(IOException e, URI uri, int status) {
    RuntimeException common = common(e, uri);
    RuntimeException failure =
        common != null ? common : new ConnectionClosedException(Route.url(uri), e);
    if ((status >= 200 || status == 101) && failure instanceof HttpClientException refused) {
      refused.initStatusCode(status);
    }
    return failure;
  }

  /** A failure within the body of the response. */
  static RuntimeException reading(IOException e, URI uri, long actual, long expected) {
    RuntimeException failure = common(e, uri);
    return failure != null
        ? failure
        : new IncompleteReadException(Route.url(uri), actual, Math.max(-1, expected), e);
  }

  /** A failure to read the body of the request. The connection is not at fault. */
  static RuntimeException requestBody(IOException e, URI uri) {
    return isInterrupted() ? interrupted(uri, e) : requestBody(reason(e), uri, e);
  }

  static RuntimeException requestBody(String why, URI uri, @Nullable IOException e) {
    return new RequestBodyException(Route.url(uri), why, e);
  }

  static RuntimeException interrupted(URI uri, @Nullable IOException e) {
    return new CallInterruptedException(
        "Interrupted during a call of endpoint URL: \"" + Route.url(uri) + "\"", e);
  }

  /** Whether the connection was lost, rather than slow, not HTTP, or rejected by TLS. */
  static boolean isLoss(IOException e) {
    return !(e instanceof SocketTimeoutException)
        && !(e instanceof ProtocolException)
        && !isTlsFault(e)
        && !isInterrupted();
  }

  private static @Nullable RuntimeException common(IOException e, URI uri) {
    if (isInterrupted()) {
      return interrupted(uri, e);
    }
    if (e instanceof SocketTimeoutException) {
      return new ReadTimeoutException(Route.url(uri), e);
    }
    if (e instanceof ProtocolException) {
      return new InvalidHttpResponseException(Route.url(uri), reason(e), e);
    }
    return isTlsFault(e) ? new TlsException(Route.url(uri), reason(e), e) : null;
  }

  /**
   * An interrupt closes the channel, and sockets and TLS each wrap the resulting exception in
   * another. What they all have in common is that the interrupted flag stays set.
   */
  private static boolean isInterrupted() {
    return Thread.currentThread().isInterrupted();
  }

  /** TLS wraps the loss of a connection in an SSLException, which is not a fault of TLS. */
  private static boolean isTlsFault(IOException e) {
    if (!(e instanceof SSLException)) {
      return false;
    }
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && !(cause instanceof SSLException)) {
        return false;
      }
    }
    return true;
  }

  static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
