package io.boto4j.conformance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy that causes the fault named in the request's header {@code X-Fault}, at the first
 * attempt or at every attempt, and forwards everything else. It counts the requests that a client
 * sends again after it has seen the head of a success.
 */
final class FaultProxy implements AutoCloseable {
  /** The time in which a response pauses: clients must have a longer read timeout. */
  static final int PAUSE_MILLIS = 300;

  /** The time in which a response pauses too long: clients must have a shorter read timeout. */
  static final int LONG_PAUSE_MILLIS = 3000;

  private static final int TRICKLE_MILLIS = 40;

  private final ServerSocket listener;
  private final Server server;
  private final Map<String, Success> successes = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> repeated = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** Has one party per open connection, and one for the owner. */
  private final Phaser open = new Phaser(1);

  /**
   * The first success that was sent in response to a call.
   *
   * @param attempt the number of the attempt
   * @param arrivedMillis the time at which the head of the request was read
   * @param sentMillis the time just before the end of the status line was sent
   * @param sentNanos the same on the clock of {@link System#nanoTime}
   */
  record Success(int attempt, long arrivedMillis, long sentMillis, long sentNanos) {}

  /** The server behind a proxy. */
  interface Server {
    /** Returns the response to a request, head and body, with its length as a header. */
    byte[] respond(String head, byte[] body) throws IOException;
  }

  FaultProxy(int serverPort) throws IOException {
    this(
        new ServerSocket(0, 512, InetAddress.getLoopbackAddress()),
        (head, body) -> forward(serverPort, head, body));
  }

  FaultProxy(ServerSocket listener, Server server) {
    this.listener = listener;
    this.server = server;
    start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Returns how often a call was sent again after its client had seen the head of a success. */
  int repeated(String call) {
    AtomicInteger count = repeated.get(call);
    return count == null ? 0 : count.get();
  }

  /** Returns the first success of a call; null if there was none. */
  Success success(String call) {
    return successes.get(call);
  }

  int connections() {
    return connections.get();
  }

  /** Waits until clients have closed every connection. */
  void awaitClosed() {
    open.arriveAndAwaitAdvance();
  }

  /** Waits until clients have closed every connection, for at most the given time. */
  void awaitClosed(Duration most) throws InterruptedException, TimeoutException {
    open.awaitAdvanceInterruptibly(open.arrive(), most.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "fault-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (true) {
      Socket client;
      try {
        client = listener.accept();
      } catch (IOException closed) {
        return;
      }
      connections.incrementAndGet();
      open.register();
      start(() -> serve(client));
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      boolean more = true;
      while (more) {
        String head = head(in);
        more = !head.isEmpty() && exchange(client, in, head);
      }
    } catch (IOException clientWentAway) {
      // Clients do the same.
    } finally {
      open.arriveAndDeregister();
    }
  }

  /** Returns whether the connection stays open. */
  private boolean exchange(Socket client, InputStream in, String head) throws IOException {
    long arrived = System.currentTimeMillis();
    String call = header(head, "X-Call");
    Fault fault = fault(head);
    Success first = successes.get(call);
    // An earlier attempt, which its client has given up, may be read only now.
    if (first != null && attempt(head) >= first.attempt()) {
      repeated.computeIfAbsent(call, each -> new AtomicInteger()).incrementAndGet();
    }
    int length = Integer.parseInt(header(head, "Content-Length"));
    if (fault == Fault.REQUEST_RESET_AFTER_HEAD) {
      return reset(client);
    }
    byte[] body = in.readNBytes(cutsBody(fault) ? length / 2 : length);
    Boolean ended = fault == null ? null : insteadOfForwarding(client, in, fault);
    if (ended != null) {
      return ended;
    }
    byte[] response = server.respond(head, body);
    if (fault == Fault.RESPONSE_LATE && !pause(client, in, PAUSE_MILLIS)) {
      return false;
    }
    if (fault == Fault.RESPONSE_HEAD_TRICKLES) {
      trickle(client, response, 0, statusLineEnd(response), TRICKLE_MILLIS);
    }
    if (fault == null || fault.afterSuccess()) {
      Success success =
          new Success(attempt(head), arrived, System.currentTimeMillis(), System.nanoTime());
      successes.putIfAbsent(call, success);
    }
    return fault == null ? say(client, response) : spoil(client, in, fault, response);
  }

  /**
   * Causes a fault in place of forwarding the request, and returns whether the connection stays
   * open; null if the request is to be forwarded.
   */
  private Boolean insteadOfForwarding(Socket client, InputStream in, Fault fault)
      throws IOException {
    return switch (fault) {
      case REQUEST_RESET_WITHIN_BODY -> reset(client);
      case REQUEST_CLOSED_WITHIN_BODY -> false;
      case REQUEST_BLACK_HOLE -> blackHole(in);
      case RESPONSE_500 -> say(client, response(500, "{\"__type\": \"InternalServerError\"}"));
      case RESPONSE_503 -> say(client, response(503, "{\"__type\": \"ServiceUnavailable\"}"));
      case RESPONSE_429 -> say(client, response(429, ""));
      default -> null;
    };
  }

  private static boolean spoil(Socket client, InputStream in, Fault fault, byte[] response)
      throws IOException {
    String text = new String(response, StandardCharsets.ISO_8859_1);
    int body = text.indexOf("\r\n\r\n") + 4;
    int middle = body + (response.length - body) / 2;
    return switch (fault) {
      case RESPONSE_LATE -> say(client, response);
      case RESPONSE_RESET_BEFORE_HEAD -> reset(client);
      case RESPONSE_BLACK_HOLE_BEFORE_HEAD -> blackHole(in);
      case RESPONSE_CLOSED_WITHIN_HEAD -> {
        say(client, Arrays.copyOf(response, body / 2));
        yield false;
      }
      case RESPONSE_HEAD_TRICKLES ->
          trickle(client, response, statusLineEnd(response), body - 1, TRICKLE_MILLIS);
      case RESPONSE_HEAD_GARBLED -> {
        say(client, bytes("HTXP/9.9 ok\u0000\r\n\r\n"));
        yield false;
      }
      case RESPONSE_CLOSED_WITHIN_BODY -> {
        say(client, Arrays.copyOf(response, middle));
        yield false;
      }
      case RESPONSE_RESET_WITHIN_BODY -> {
        say(client, Arrays.copyOf(response, middle));
        yield reset(client);
      }
      case RESPONSE_BLACK_HOLE_WITHIN_BODY -> {
        say(client, Arrays.copyOf(response, middle));
        yield blackHole(in);
      }
      case RESPONSE_BODY_PAUSES -> pauseWithin(client, in, response, middle, PAUSE_MILLIS);
      case RESPONSE_BODY_PAUSES_TOO_LONG ->
          pauseWithin(client, in, response, middle, LONG_PAUSE_MILLIS);
      case RESPONSE_BODY_GARBLED -> {
        response[middle] ^= 1;
        yield say(client, response);
      }
      case RESPONSE_LENGTH_TOO_SHORT -> say(client, withLength(text, middle - body));
      case RESPONSE_LENGTH_TOO_LONG -> {
        say(client, withLength(text, 2 * (response.length - body)));
        yield blackHole(in);
      }
      // In one piece: a copy that arrives after the next request is sent looks like the response to
      // that one.
      case RESPONSE_TWICE -> say(client, twice(response));
      case RESPONSE_BODY_TRICKLES -> {
        say(client, Arrays.copyOf(response, body));
        yield trickle(client, response, body, response.length, 1);
      }
      default -> false;
    };
  }

  private static boolean pauseWithin(
      Socket client, InputStream in, byte[] response, int from, int millis) throws IOException {
    say(client, Arrays.copyOf(response, from));
    return pause(client, in, millis)
        && say(client, Arrays.copyOfRange(response, from, response.length));
  }

  /** Waits until the time is over or the client gives up; returns whether it has not. */
  private static boolean pause(Socket client, InputStream in, int millis) throws IOException {
    client.setSoTimeout(millis);
    try {
      in.read();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      client.setSoTimeout(0);
    }
  }

  private static int statusLineEnd(byte[] response) {
    return new String(response, StandardCharsets.ISO_8859_1).indexOf("\r\n") + 2;
  }

  private static byte[] twice(byte[] response) {
    byte[] both = Arrays.copyOf(response, 2 * response.length);
    System.arraycopy(response, 0, both, response.length, response.length);
    return both;
  }

  private static boolean cutsBody(Fault fault) {
    return fault == Fault.REQUEST_RESET_WITHIN_BODY || fault == Fault.REQUEST_CLOSED_WITHIN_BODY;
  }

  /** Returns the fault of a request; {@code X-Fault: NAME once} affects only the first attempt. */
  private static Fault fault(String head) {
    String said = header(head, "X-Fault");
    if (said.isEmpty()) {
      return null;
    }
    String[] words = said.split(" ", -1);
    boolean due = words[1].equals("always") || attempt(head) == 1;
    return due ? Fault.valueOf(words[0]) : null;
  }

  /** Reads the number of the attempt from a header such as {@code ttl=…; attempt=1; max=3}. */
  private static int attempt(String head) {
    String described = header(head, "amz-sdk-request");
    int begin = described.indexOf("attempt=") + "attempt=".length();
    return Integer.parseInt(described.substring(begin, described.indexOf(';', begin)));
  }

  private static byte[] forward(int serverPort, String head, byte[] body) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
      server.getOutputStream().write(bytes(head));
      server.getOutputStream().write(body);
      InputStream in = new BufferedInputStream(server.getInputStream());
      String response = head(in);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(bytes(response));
      all.writeBytes(in.readNBytes(Integer.parseInt(header(response, "Content-Length"))));
      return all.toByteArray();
    }
  }

  private static byte[] response(int status, String body) {
    return bytes(
        "HTTP/1.1 " + status + " x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
  }

  private static byte[] withLength(String response, int length) {
    return bytes(response.replaceFirst("(?i)(content-length: *)\\d+", "$1" + length));
  }

  private static boolean say(Socket client, byte[] bytes) throws IOException {
    client.getOutputStream().write(bytes);
    return true;
  }

  /** Sends one byte at a time. The pause is the fault itself, not a wait for something. */
  private static boolean trickle(Socket client, byte[] bytes, int from, int to, int millis)
      throws IOException {
    OutputStream out = client.getOutputStream();
    for (int i = from; i < to; i++) {
      out.write(bytes[i]);
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        return false;
      }
    }
    return true;
  }

  private static boolean reset(Socket client) throws IOException {
    client.setSoLinger(true, 0);
    return false;
  }

  /** Sends nothing until the client gives up. */
  private static boolean blackHole(InputStream in) throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
    return false;
  }

  /** Reads a head up to the empty line; empty if the client has closed the connection. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
      int octet = in.read();
      if (octet < 0) {
        if (head.length() == 0) {
          return "";
        }
        throw new EOFException("within a head");
      }
      head.append((char) octet);
    }
    return head.toString();
  }

  private static String header(String head, String name) {
    for (String line : head.split("\r\n", -1)) {
      if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
        return line.substring(name.length() + 1).strip();
      }
    }
    return "";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
