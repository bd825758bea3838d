package io.boto4j.internal.attempt;

import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.body.ReceivedResponse;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.hook.CallHooks;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.transport.SocketTransport;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Step: sends a request and reads the response: to its end, or only its head where the output
 * streams the body. Error responses are always read to their end.
 *
 * <p>boto4j's own transport throws exceptions that name the problem. The plain IOExceptions of
 * other transports are classified here.
 */
final class SendRequest {
  /**
   * The limit to the body of an error response. The largest ones list every item of a DynamoDB
   * transaction, up to 4 MB. In a small heap the limit is lower, because the parsed objects may be
   * many times as large. An error that is cut off still has its status.
   */
  private static final int MOST_ERROR = 8 * 1024 * 1024;

  /** The largest array that is allocated because a response announces its length. */
  private static final int MOST_TRUSTED = 16 << 20;

  /** The largest array that the JVM can allocate. */
  private static final int MOST_EVER = Integer.MAX_VALUE - 8;

  private final HttpTransport transport;
  private final Clock clock;

  SendRequest(HttpTransport transport, Clock clock) {
    this.transport = transport;
    this.clock = clock;
  }

  /**
   * Sends a request.
   *
   * @param attempt records when the request was sent, and the head of the response
   * @param streams whether the body of a good response is left open
   */
  ReceivedResponse send(Call call, HttpRequest request, OpenAttempt attempt, boolean streams) {
    boolean sendsEvents = call.operation().eventInput() != null;
    attempt.send(clock.instant(), request);
    try {
      HttpTransport carrier = sendsEvents ? twoWay() : transport;
      CallHooks hooks = call.hooks();
      HttpResponse response = hooks == null ? carrier.send(request) : hooks.send(carrier, request);
      if (response == null) {
        throw new IllegalStateException(
            "The transport " + transport.getClass().getName() + " answered with null");
      }
      attempt.head(response.statusCode(), reused(response));
      return new ReceivedResponse(
          streams && response.statusCode() < 300 ? open(response) : whole(request, response), null);
    } catch (IOException e) {
      throw Errors.httpClient(Errors.address(request), e);
    }
  }

  /** HTTP/1.1 is half-duplex in practice: the response comes when the request has ended. */
  private HttpTransport twoWay() {
    return transport instanceof SocketTransport own ? own.http2() : transport;
  }

  /** Returns null if the transport does not know. */
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
        throw TooLarge.exception(Errors.address(request), most);
      }
      return new WireResponse(response.statusCode(), response.headers(), body);
    }
  }

  /**
   * Reads a body into one array of the announced length. Most streams do not know their length, and
   * the JDK would join many arrays. The announced length may be wrong.
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
}
