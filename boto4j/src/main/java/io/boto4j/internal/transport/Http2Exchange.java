package io.boto4j.internal.transport;

import static io.boto4j.internal.transport.Http2Frames.ACK;
import static io.boto4j.internal.transport.Http2Frames.END_HEADERS;
import static io.boto4j.internal.transport.Http2Frames.END_STREAM;
import static io.boto4j.internal.transport.Http2Frames.MAX_FRAME;
import static io.boto4j.internal.transport.Http2Frames.PRIORITY;
import static io.boto4j.internal.transport.Http2Frames.STREAM;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, on a connection of their own.
 *
 * <p>A separate thread reads what the server sends, so that window updates and pings are handled
 * whatever the user does. The bytes of the response wait in {@link Http2Output}, up to the size of
 * the window.
 */
final class Http2Exchange implements Runnable {
  /** The number of bytes of the response that may wait to be read. */
  static final int WINDOW = 1024 * 1024;

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int DEFAULT_WINDOW = 65_535;
  private static final int MAX_HEADERS = 64 * 1024;
  private static final int NO_ERROR = 0;

  private final Connection connection;
  private final URI uri;
  private final Http2Frames frames;
  private final Http2Window window;
  private final Http2Output output;
  private final WriteWatch writeWatch;

  /** The maximum time of each write; 0 for no limit. */
  private final int timeoutMillis;

  /** The end of the exchange, on the clock of nanoTime; 0 for no deadline. */
  private final long deadline;

  /** Held while a frame is written, which the write watch limits. */
  private final ReentrantLock writing = new ReentrantLock();

  private volatile @Nullable Http2Input input;
  private int receivable = WINDOW;
  private int toReturn;
  private boolean headSeen;

  Http2Exchange(
      Connection connection, URI uri, WriteWatch writeWatch, int timeoutMillis, long deadline) {
    this.connection = connection;
    this.uri = uri;
    this.writeWatch = writeWatch;
    this.timeoutMillis = timeoutMillis;
    this.deadline = deadline;
    this.frames = new Http2Frames(connection);
    this.window = new Http2Window(DEFAULT_WINDOW);
    this.output = new Http2Output(this, uri, timeoutMillis, deadline);
  }

  /** Sends the head, starts to send the body, and waits for the head of the response. */
  HttpResponse begin(byte[] head, HttpBody body) {
    boolean responded = false;
    try {
      writeHead(head);
      start(this, "boto4j-http2");
      Http2Input sending = new Http2Input(body, this);
      input = sending;
      sending.start();
      HttpResponse response = output.awaitHead();
      responded = true;
      return response;
    } catch (IOException e) {
      throw Failures.awaiting(e, uri);
    } finally {
      if (!responded) {
        cancel();
      }
    }
  }

  private void writeHead(byte[] head) throws IOException {
    writeBytes(PREFACE);
    // HEADER_TABLE_SIZE 0, ENABLE_PUSH 0, INITIAL_WINDOW_SIZE, MAX_HEADER_LIST_SIZE.
    ByteBuffer settings =
        ByteBuffer.allocate(24)
            .putShort((short) 1)
            .putInt(0)
            .putShort((short) 2)
            .putInt(0)
            .putShort((short) 4)
            .putInt(WINDOW)
            .putShort((short) 6)
            .putInt(MAX_HEADERS);
    byte[] window = Http2Frames.number(WINDOW - DEFAULT_WINDOW);
    write(Http2Frames.SETTINGS, 0, 0, settings.array(), 0, settings.capacity());
    write(Http2Frames.WINDOW_UPDATE, 0, 0, window, 0, window.length);
    for (int at = 0; at < head.length; at += MAX_FRAME) {
      int length = Math.min(MAX_FRAME, head.length - at);
      write(
          at == 0 ? Http2Frames.HEADERS : Http2Frames.CONTINUATION,
          at + length == head.length ? END_HEADERS : 0,
          STREAM,
          head,
          at,
          length);
    }
  }

  static void start(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Sends a part of the body as the flow control window allows. */
  void send(byte[] part, int length) throws IOException, InterruptedException {
    for (int at = 0; at < length; ) {
      int count = window.take(length - at);
      write(Http2Frames.DATA, 0, STREAM, part, at, count);
      at += count;
    }
  }

  /** Ends the body. */
  void sendEnd() throws IOException {
    write(Http2Frames.DATA, END_STREAM, STREAM, new byte[0], 0, 0);
  }

  /** Ends the exchange with a failure, which is thrown to the reader of the response. */
  void fail(Throwable reason) {
    output.fail(reason);
    cancel();
  }

  /**
   * Ends the exchange without waiting. The server sees it by the end of the connection, which has
   * no other stream: a RST_STREAM would have to wait for a server that does not read.
   */
  void cancel() {
    Http2Input sending = input;
    if (sending != null) {
      sending.stop();
    }
    window.close();
    connection.close();
  }

  /**
   * Enlarges the receive window by the number of bytes read from the response. Another thread may
   * be writing to a server that does not read: the wait for it has the time limits of reading.
   */
  void consumed(int count) throws IOException, InterruptedException {
    int back;
    synchronized (window) {
      toReturn += count;
      back = toReturn >= WINDOW / 2 ? toReturn : 0;
      toReturn -= back;
      receivable += back;
    }
    if (back == 0) {
      return;
    }
    byte[] number = Http2Frames.number(back);
    long end = Route.earlier(deadline, System.nanoTime(), timeoutMillis);
    if (end == 0) {
      writing.lockInterruptibly();
    } else if (!writing.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      throw new SocketTimeoutException("The server accepted no more of the request");
    }
    try {
      write(Http2Frames.WINDOW_UPDATE, 0, 0, number, 0, number.length);
      write(Http2Frames.WINDOW_UPDATE, 0, STREAM, number, 0, number.length);
    } finally {
      writing.unlock();
    }
  }

  private void write(int type, int flags, int stream, byte[] content, int offset, int length)
      throws IOException {
    writeBytes(Http2Frames.frame(type, flags, stream, content, offset, length));
  }

  private void writeBytes(byte[] bytes) throws IOException {
    writing.lock();
    try {
      OutputStream out = WatchedOutput.of(connection, writeWatch, timeoutMillis, deadline);
      try {
        out.write(bytes);
      } finally {
        if (out != connection.out()) {
          out.close();
        }
      }
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void run() {
    try {
      boolean more = true;
      while (more) {
        frames.read();
        more = handle();
      }
      output.end();
      finish();
    } catch (InterruptedException e) {
      // Nothing interrupts this thread; if it ends all the same, so does the exchange.
      Thread.currentThread().interrupt();
      fail(new IOException("The exchange was cancelled", e));
    } catch (IOException | RuntimeException e) {
      fail(e);
    }
  }

  /** Once the response has ended, no more of the request is sent. */
  private void finish() {
    Http2Input sending = input;
    if (sending == null || !sending.ended()) {
      cancel();
    } else {
      window.close();
      connection.close();
    }
  }

  /** Handles a frame; returns false at the end of the response. */
  private boolean handle() throws IOException, InterruptedException {
    switch (frames.type) {
      case Http2Frames.DATA -> data();
      case Http2Frames.HEADERS -> headers();
      case Http2Frames.RST_STREAM -> reset();
      case Http2Frames.SETTINGS -> settings();
      case Http2Frames.PING -> ping();
      case Http2Frames.GOAWAY -> goAway();
      case Http2Frames.WINDOW_UPDATE -> window.grow(frames.stream, increment());
      case Http2Frames.PUSH_PROMISE, Http2Frames.CONTINUATION ->
          throw new ProtocolException("an HTTP/2 frame of type " + frames.type);
      default -> {
        // RFC 9113, section 4.1: frames of unknown types must be ignored.
        return true;
      }
    }
    boolean mayEnd = frames.type == Http2Frames.DATA || frames.type == Http2Frames.HEADERS;
    return !(mayEnd && frames.has(END_STREAM));
  }

  private void data() throws IOException, InterruptedException {
    requireStream();
    if (!headSeen) {
      throw new ProtocolException("HTTP/2 data before the head of the response");
    }
    synchronized (window) {
      receivable -= frames.payload.length;
      if (receivable < 0) {
        throw new ProtocolException("more HTTP/2 data than the window allows");
      }
    }
    int[] range = frames.unpadded(0);
    consumed(frames.payload.length - (range[1] - range[0]));
    output.add(frames.payload, range[0], range[1]);
  }

  private void headers() throws IOException {
    requireStream();
    int firstFlags = frames.flags;
    int[] range = frames.unpadded(frames.has(PRIORITY) ? 5 : 0);
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(frames.payload, range[0], range[1] - range[0]);
    while (!frames.has(END_HEADERS)) {
      frames.read();
      if (frames.type != Http2Frames.CONTINUATION
          || frames.stream != STREAM
          || block.size() + frames.payload.length > MAX_HEADERS) {
        throw new ProtocolException(
            "HTTP/2 headers that are too long, or interrupted by another frame");
      }
      block.writeBytes(frames.payload);
    }
    frames.type = Http2Frames.HEADERS;
    frames.flags = firstFlags;
    HpackReader hpack = new HpackReader(block.toByteArray());
    Headers read = hpack.read();
    if (!headSeen && hpack.status() == 0) {
      throw new ProtocolException("an HTTP/2 response without a status");
    }
    // Trailers come after the head; interim heads, of status 1xx, before it.
    if (!headSeen && hpack.status() >= 200) {
      headSeen = true;
      output.head(hpack.status(), read);
    }
    if (!headSeen && frames.has(END_STREAM)) {
      throw new ProtocolException("an HTTP/2 response that ends before its head");
    }
  }

  private void reset() throws IOException {
    requireStream();
    int code = frames.payload.length == 4 ? ByteBuffer.wrap(frames.payload).getInt() : -1;
    throw new IOException("the server reset the HTTP/2 stream with error " + code);
  }

  private void settings() throws IOException {
    if (frames.has(ACK)) {
      return;
    }
    if (frames.payload.length % 6 != 0 || frames.stream != 0) {
      throw new ProtocolException("malformed HTTP/2 settings");
    }
    ByteBuffer settings = ByteBuffer.wrap(frames.payload);
    while (settings.hasRemaining()) {
      int name = settings.getShort();
      int value = settings.getInt();
      if (name == 4) {
        window.initial(value);
      }
    }
    write(Http2Frames.SETTINGS, ACK, 0, new byte[0], 0, 0);
  }

  private void ping() throws IOException {
    if (frames.payload.length != 8) {
      throw new ProtocolException("a malformed HTTP/2 ping");
    }
    if (!frames.has(ACK)) {
      write(Http2Frames.PING, ACK, 0, frames.payload, 0, 8);
    }
  }

  private void goAway() throws IOException {
    ByteBuffer numbers = ByteBuffer.wrap(frames.payload);
    int last = numbers.remaining() < 8 ? 0 : numbers.getInt();
    int code = numbers.remaining() < 4 ? -1 : numbers.getInt();
    if (last < STREAM || code != NO_ERROR) {
      throw new IOException("the server ended the HTTP/2 connection with error " + code);
    }
  }

  private int increment() throws ProtocolException {
    int increment =
        frames.payload.length == 4
            ? ByteBuffer.wrap(frames.payload).getInt() & Integer.MAX_VALUE
            : 0;
    if (increment == 0) {
      throw new ProtocolException("an HTTP/2 window that grows by nothing");
    }
    return increment;
  }

  private void requireStream() throws ProtocolException {
    if (frames.stream != STREAM) {
      throw new ProtocolException("HTTP/2 stream " + frames.stream + ", which was never opened");
    }
  }
}
