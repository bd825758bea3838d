package io.boto4j.internal.attempt;

import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.hook.CallHooks;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.transport.BodyStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;

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
  WireResponse send(Call call, HttpRequest request, OpenAttempt attempt, boolean streams) {
    attempt.send(clock.instant(), request);
    try {
      CallHooks hooks = call.hooks();
      HttpResponse response = hooks == null ? null : hooks.beforeSend(request);
      if (response == null) {
        response = sent(request);
      }
      attempt.head(response.statusCode(), response.connectionUse());
      if (hooks != null) {
        response = hooks.responseReceived(response);
        attempt.head(response.statusCode(), response.connectionUse());
      }
      return streams && response.statusCode() < 300
          ? open(response, call, attempt)
          : whole(request, response);
    } catch (IOException e) {
      throw Errors.httpClient(Errors.address(request), e);
    }
  }

  private HttpResponse sent(HttpRequest request) throws IOException {
    HttpResponse response = transport.send(request);
    if (response == null) {
      throw new IllegalStateException(
          "The transport " + transport.getClass().getName() + " returned null");
    }
    return response;
  }

  private static WireResponse open(HttpResponse response, Call call, OpenAttempt attempt) {
    InputStream body = response.body();
    BodyStream.lend(body);
    return WireResponse.open(
        response.statusCode(),
        response.headers(),
        call.hasDeadline() ? DeadlineStream.of(body, call, attempt.number()) : body);
  }

  private static WireResponse whole(HttpRequest request, HttpResponse response) throws IOException {
    boolean good = response.statusCode() < 300;
    long heap = Runtime.getRuntime().maxMemory();
    int most = (int) (good ? Math.min(MOST_EVER, heap / 4) : Math.min(MOST_ERROR, heap / 64));
    try (response) {
      byte[] body = read(response.body(), announcedLength(request, response), most);
      if (good && body.length == most && response.body().read() >= 0) {
        throw TooLarge.exception(Errors.address(request), most);
      }
      return new WireResponse(response.statusCode(), response.headers(), body);
    } catch (OutOfMemoryError e) {
      throw TooLarge.exception(Errors.address(request), e);
    }
  }

  /**
   * Reads a body into one array of the announced length: most streams do not know theirs, and
   * {@link InputStream#readNBytes(int)} puts it together from pieces. The body may turn out shorter
   * or longer than announced.
   *
   * @param length the announced length, or −1
   */
  private static byte[] read(InputStream in, long length, int most) throws IOException {
    if (length < 0 || length >= most || length > MOST_TRUSTED) {
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

  /**
   * Returns the announced length of a body, or −1. A response to HEAD and a 304 have no body; their
   * Content-Length is that of the response to a plain GET (RFC 9110, section 8.6). The body of
   * boto4j's own transport knows its length, and trusts the server less.
   */
  private static long announcedLength(HttpRequest request, HttpResponse response) {
    if (response.body() instanceof BodyStream
        || request.method().equals("HEAD")
        || response.statusCode() == 304) {
      return -1;
    }
    return WireResponse.open(response.statusCode(), response.headers(), response.body())
        .contentLength();
  }
}
