package io.boto4j.internal.call;

import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.transport.SocketTransport;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Step: sends the request and reads the answer to its end, or, where the output holds the body as
 * it arrives, as far as its head. Errors are always read whole.
 *
 * <p>boto4j's own transport says in its exceptions what went wrong; the plain IOExceptions of any
 * other are sorted here.
 */
final class SendRequest {
  /**
   * How much is read of an error: the largest there are tell of every item of a DynamoDB
   * transaction, 4 MB of them. In a small heap it is less, for as objects it may be many times as
   * large. What is cut still has its status.
   */
  private static final int MOST_ERROR = 8 * 1024 * 1024;

  /** An array of this length is made because an answer says so. */
  private static final int MOST_TRUSTED = 16 << 20;

  /** No array is larger. */
  private static final int MOST_EVER = Integer.MAX_VALUE - 8;

  private final HttpTransport transport;
  private final Clock clock;

  SendRequest(HttpTransport transport, Clock clock) {
    this.transport = transport;
    this.clock = clock;
  }

  /**
   * An answer as it came.
   *
   * @param response the answer
   * @param checksumAlgorithm what it is checked with, or null if it is not
   */
  record Answer(WireResponse response, @Nullable String checksumAlgorithm) {}

  Answer send(HttpRequest request, CallState call, boolean streams) {
    boolean sendsEvents = call.operation().eventInput() != null;
    call.send(clock.instant(), request);
    try {
      HttpTransport carrier = sendsEvents ? twoWay() : transport;
      CallHooks hooks = call.hooks();
      HttpResponse response = hooks == null ? carrier.send(request) : hooks.send(carrier, request);
      if (response == null) {
        throw new IllegalStateException(
            "The transport " + transport.getClass().getName() + " answered with null");
      }
      call.head(response.statusCode(), reused(response));
      return new Answer(
          streams && response.statusCode() < 300 ? open(response) : whole(request, response), null);
    } catch (IOException e) {
      throw Errors.httpClient(address(request), e);
    }
  }

  /** HTTP/1.1 is half-duplex in practice: the answer comes when the request has ended. */
  private HttpTransport twoWay() {
    return transport instanceof SocketTransport own ? own.http2() : transport;
  }

  /** Null where the transport does not tell. */
  private @Nullable Boolean reused(HttpResponse response) {
    return transport instanceof SocketTransport
        ? SocketTransport.cameOverReused(response.body())
        : null;
  }

  private static WireResponse open(HttpResponse response) {
    SocketTransport.lend(response.body());
    return WireResponse.open(response.statusCode(), response.headers(), response.body());
  }

  private static WireResponse whole(HttpRequest request, HttpResponse response) throws IOException {
    boolean good = response.statusCode() < 300;
    long heap = Runtime.getRuntime().maxMemory();
    int most = (int) (good ? Math.min(MOST_EVER, heap / 4) : Math.min(MOST_ERROR, heap / 64));
    try (response) {
      byte[] body = read(response, most);
      if (good && body.length == most && response.body().read() >= 0) {
        throw TooLarge.exception(address(request), most);
      }
      return new WireResponse(response.statusCode(), response.headers(), body);
    }
  }

  /**
   * As much as there is, into one array of the length that the answer names: most streams do not
   * know theirs, and the JDK puts those together from pieces. A length is no promise.
   */
  private static byte[] read(HttpResponse response, int most) throws IOException {
    InputStream in = response.body();
    boolean knowsLength = SocketTransport.cameOverReused(in) != null;
    long length = knowsLength ? -1 : contentLength(response);
    if (length < 0 || length > Math.min(most, MOST_TRUSTED)) {
      return in.readNBytes(most);
    }
    byte[] body = new byte[(int) length];
    int count = in.readNBytes(body, 0, body.length);
    if (count < body.length) {
      return Arrays.copyOf(body, count);
    }
    int next = in.read();
    if (next < 0) {
      return body;
    }
    byte[] rest = in.readNBytes(most - count - 1);
    byte[] all = Arrays.copyOf(body, count + 1 + rest.length);
    all[count] = (byte) next;
    System.arraycopy(rest, 0, all, count + 1, rest.length);
    return all;
  }

  private static long contentLength(HttpResponse response) {
    return WireResponse.open(response.statusCode(), response.headers(), response.body())
        .contentLength();
  }

  /** Never the query: it may be signed. */
  static String address(HttpRequest request) {
    return request.uri().getScheme()
        + "://"
        + request.uri().getRawAuthority()
        + request.uri().getRawPath();
  }
}
