package io.boto4j.internal.transport;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A writer of one request: the head with its framing (RFC 9112), then the body, for which it is the
 * output stream.
 *
 * <p>Head and body share a buffer, so that a small request goes out in one write. The last part of
 * a body of known length is held back until the body has ended: if the body turns out longer than
 * announced, the server must not have a complete request.
 */
final class RequestWriter extends OutputStream {
  private static final long NONE = -2;
  private static final long CHUNKED = -1;

  /** Bodies above this size get a buffer of their own, for fewer and larger writes. */
  private static final int LARGE = 64 * 1024;

  /** The space for the size of a chunk, at most four digits, and CR LF. */
  private static final int CHUNK_HEAD = 6;

  private static final int CONTINUE_MILLIS = 1000;

  private final HttpRequest request;
  private final ConnectionPool pool;
  private final String host;
  private final String target;
  private final @Nullable String proxyAuthorization;

  /** The body's length, or one of the constants above. */
  private final long length;

  private boolean hasHost;
  private boolean hasFraming;
  private boolean expectsContinue;

  /** Whether a header Expect is left out: without content, and after a 417. */
  private boolean omitsExpect;

  private boolean closes;

  private @Nullable OutputStream out;
  private byte[] buffer = new byte[0];
  private int count;
  private int chunkAt;
  private long left;
  private boolean bodyOpened;
  private boolean complete;
  private @Nullable IOException writeFailure;

  /**
   * Checks the request, before a connection is opened for it.
   *
   * @throws IllegalArgumentException if the request is malformed
   */
  RequestWriter(HttpRequest request, Route route, ConnectionPool pool) {
    this.request = request;
    this.pool = pool;
    this.host = route.hostHeader;
    checkVisible("method", request.method());
    String path = request.uri().getRawPath();
    String query = request.uri().getRawQuery();
    String local =
        (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    checkVisible("path or query", local);
    // RFC 9112, section 3.2.2: a proxy gets the whole URL.
    this.target =
        route.forwarded ? (route.tls ? "https://" : "http://") + route.hostHeader + local : local;
    this.proxyAuthorization =
        route.forwarded && route.proxy != null ? route.proxy.authorization : null;
    this.length = framing();
    // RFC 9110, section 10.1.1: a request without content must not expect a 100.
    this.omitsExpect = expectsContinue && (length == 0 || length == NONE);
    this.expectsContinue &= !omitsExpect;
  }

  /** Whether the request has {@code Connection: close}. */
  boolean closes() {
    return closes;
  }

  /** Whether the whole request was sent. */
  boolean complete() {
    return complete;
  }

  /** Whether the request can be sent again without harm if no response arrived. */
  boolean replayable() {
    return (!bodyOpened || request.body().replayable()) && (!complete || request.repeatable());
  }

  /** Whether the server may carry the request out twice without harm. */
  boolean repeatable() {
    return request.repeatable();
  }

  /**
   * Leaves the header Expect out from now on, after the server has rejected it with a 417.
   *
   * @return false if the request has no such header, or its body cannot be sent again
   */
  boolean dropsExpect() {
    boolean drops = expectsContinue && (!bodyOpened || request.body().replayable());
    expectsContinue &= !drops;
    omitsExpect |= drops;
    return drops;
  }

  boolean isHead() {
    return request.method().equals("HEAD");
  }

  /**
   * Writes the request as far as the server accepts it.
   *
   * @return null, or the failure of the connection; the server may have sent a response all the
   *     same
   */
  @Nullable IOException write(Connection connection) throws IOException {
    boolean watched = length > Connection.OUT_SIZE || length == CHUNKED;
    OutputStream wire = watched ? WatchedOutput.of(connection, pool) : connection.out();
    out = wire;
    buffer = length > LARGE || length == CHUNKED ? new byte[LARGE] : connection.outBuffer();
    count = 0;
    chunkAt = -1;
    left = Math.max(0, length);
    complete = false;
    writeFailure = null;
    try {
      writeHead();
      if (expectsContinue && !mayContinue(connection)) {
        return null;
      }
      writeBody();
      flush();
      complete = true;
      return null;
    } catch (IOException e) {
      if (writeFailure == null) {
        throw e;
      }
      return writeFailure;
    } finally {
      if (wire != connection.out()) {
        wire.close();
      }
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int size) throws IOException {
    if (length == CHUNKED) {
      writeChunked(bytes, offset, size);
      return;
    }
    if (size > left) {
      throw wrongLength("has more bytes");
    }
    left -= size;
    raw(bytes, offset, size);
  }

  /** Ignores flushes by the body: this writer decides when to send. */
  @Override
  public void flush() {}

  private void writeHead() throws IOException {
    put(request.method());
    put(" ");
    put(target);
    put(" HTTP/1.1\r\n");
    if (!hasHost) {
      header("Host", host);
    }
    if (proxyAuthorization != null) {
      header("Proxy-Authorization", proxyAuthorization);
    }
    Headers headers = request.headers();
    for (int i = 0; i < headers.size(); i++) {
      if (!omitsExpect || !headers.nameAt(i).equalsIgnoreCase("Expect")) {
        header(headers.nameAt(i), headers.valueAt(i));
      }
    }
    if (length == CHUNKED) {
      if (!hasFraming) {
        header("Transfer-Encoding", "chunked");
      }
    } else if (length != NONE && !hasFraming) {
      header("Content-Length", Long.toString(length));
    }
    put("\r\n");
  }

  private void header(String name, String value) throws IOException {
    put(name);
    put(": ");
    put(value);
    put("\r\n");
  }

  /** Waits up to a second for a 100 (Continue); without any response the body is sent too. */
  private boolean mayContinue(Connection connection) throws IOException {
    send();
    ResponseReader reader = connection.reader();
    while (connection.input().awaitAny(CONTINUE_MILLIS)) {
      reader.readHead();
      if (reader.status() >= 100 && reader.status() != 102 && reader.status() != 103) {
        return reader.status() == 100;
      }
    }
    return true;
  }

  private void writeBody() throws IOException {
    HttpBody body = request.body();
    if (body != HttpBody.empty()) {
      bodyOpened = true;
      try {
        body.writeTo(this);
      } catch (IOException e) {
        if (writeFailure == null) {
          throw Failures.requestBody(e, request.uri());
        }
        throw e;
      }
      if (left > 0) {
        throw wrongLength("ended " + left + " bytes early");
      }
    }
    if (length == CHUNKED) {
      endChunk();
      put("0\r\n\r\n");
    }
    send();
  }

  private RuntimeException wrongLength(String what) {
    return Failures.requestBody(
        "the body was announced with " + Math.max(0, length) + " bytes but " + what,
        request.uri(),
        null);
  }

  /** Sends a full buffer only when more bytes follow. */
  private void raw(byte[] bytes, int offset, int size) throws IOException {
    int from = offset;
    int rest = size;
    while (rest > buffer.length - count) {
      if (count == 0) {
        int direct = rest - buffer.length / 2;
        send(bytes, from, direct);
        from += direct;
        rest -= direct;
      } else {
        int fits = buffer.length - count;
        System.arraycopy(bytes, from, buffer, count, fits);
        count += fits;
        from += fits;
        rest -= fits;
        send();
      }
    }
    System.arraycopy(bytes, from, buffer, count, rest);
    count += rest;
  }

  private void writeChunked(byte[] bytes, int offset, int size) throws IOException {
    int from = offset;
    for (int rest = size; rest > 0; ) {
      // Two for the CR LF that ends the chunk.
      if (buffer.length - count - 2 < (chunkAt < 0 ? CHUNK_HEAD + 1 : 1)) {
        endChunk();
        send();
      }
      if (chunkAt < 0) {
        chunkAt = count;
        count += CHUNK_HEAD;
      }
      int fits = Math.min(rest, buffer.length - count - 2);
      System.arraycopy(bytes, from, buffer, count, fits);
      count += fits;
      from += fits;
      rest -= fits;
    }
  }

  /** Writes the size of the chunk, and moves the chunk to follow it directly. */
  private void endChunk() {
    if (chunkAt < 0) {
      return;
    }
    int data = chunkAt + CHUNK_HEAD;
    int size = count - data;
    byte[] digits = Integer.toHexString(size).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, buffer, chunkAt, digits.length);
    int at = chunkAt + digits.length;
    buffer[at++] = '\r';
    buffer[at++] = '\n';
    System.arraycopy(buffer, data, buffer, at, size);
    at += size;
    buffer[at++] = '\r';
    buffer[at++] = '\n';
    count = at;
    chunkAt = -1;
  }

  /** Writes text as UTF-8, as it was signed: header values may have characters beyond ASCII. */
  private void put(String text) throws IOException {
    int size = text.length();
    int start = count;
    boolean plain = size <= buffer.length - count;
    for (int i = 0; plain && i < size; i++) {
      char c = text.charAt(i);
      plain = c < 0x80;
      buffer[count++] = (byte) c;
    }
    if (!plain) {
      count = start;
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      raw(bytes, 0, bytes.length);
    }
  }

  private void send() throws IOException {
    int size = count;
    count = 0;
    send(buffer, 0, size);
  }

  private void send(byte[] bytes, int offset, int size) throws IOException {
    OutputStream target = out;
    if (size > 0 && target != null) {
      try {
        target.write(bytes, offset, size);
      } catch (IOException e) {
        writeFailure = e;
        throw e;
      }
    }
  }

  /** Reads Host, the framing headers, Connection and Expect in one pass; returns the length. */
  private long framing() {
    HttpBody body = request.body();
    long known = Math.max(-1, body.contentLength());
    long announced = -1;
    boolean chunked = false;
    Headers headers = request.headers();
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.nameAt(i);
      String value = headers.valueAt(i);
      if (name.equalsIgnoreCase("Host")) {
        check(!hasHost, "two Host headers");
        hasHost = true;
      } else if (name.equalsIgnoreCase("Content-Length")) {
        check(announced < 0, "two Content-Length headers");
        announced = ResponseReader.parseLength(value);
        check(announced >= 0, "Content-Length is not a number: \"" + value + "\"");
      } else if (name.equalsIgnoreCase("Transfer-Encoding")) {
        check(!chunked, "two Transfer-Encoding headers");
        check(value.equalsIgnoreCase("chunked"), "Transfer-Encoding is not \"chunked\"");
        chunked = true;
      } else if (name.equalsIgnoreCase("Connection")) {
        closes |= ResponseReader.hasToken(value, "close");
      } else if (name.equalsIgnoreCase("Expect")) {
        expectsContinue = value.equalsIgnoreCase("100-continue");
      }
    }
    check(!chunked || announced < 0, "both Content-Length and Transfer-Encoding");
    hasFraming = chunked || announced >= 0;
    if (chunked) {
      return CHUNKED;
    }
    if (announced >= 0) {
      check(
          known < 0 || known == announced,
          "Content-Length is " + announced + " but the body has " + known + " bytes");
      return announced;
    }
    return known == 0 && !takesBody() ? NONE : known;
  }

  private boolean takesBody() {
    String method = request.method();
    return !method.equals("GET") && !method.equals("HEAD") && !method.equals("OPTIONS");
  }

  private void check(boolean good, String what) {
    if (!good) {
      throw new IllegalArgumentException(
          "The request to " + Route.url(request.uri()) + " cannot be sent: " + what);
    }
  }

  /** Other characters could end the request line and start another request. */
  private static void checkVisible(String what, String text) {
    boolean good = !text.isEmpty();
    for (int i = 0; good && i < text.length(); i++) {
      char c = text.charAt(i);
      good = c > ' ' && c < 0x7f;
    }
    if (!good) {
      throw new IllegalArgumentException(
          "The "
              + what
              + " of the request is empty, or has a space, a control character or a character"
              + " beyond ASCII: percent-encode it");
    }
  }
}
