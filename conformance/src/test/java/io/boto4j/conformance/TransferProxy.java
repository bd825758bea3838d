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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A proxy between transfers and a store, which passes on each exchange as a whole, or spoils it as
 * a plan says.
 */
final class TransferProxy implements AutoCloseable {
  /** Decides about each exchange. */
  interface Plan {
    /** Returns the fault of an exchange; called before it is passed on. */
    Strike strike(TransferExchange exchange) throws IOException;

    /** Called when the store has responded. */
    default void responded(TransferExchange exchange, int status) {}
  }

  /**
   * What happens to an exchange.
   *
   * @param at where in the exchange, 0 to 1
   */
  record Strike(TransferFault fault, double at) {
    static final Strike NONE = new Strike(TransferFault.NONE, 0);
  }

  private static final byte[] INTERNAL_ERROR =
      error(500, "InternalError", "We encountered an internal error.");

  private final ServerSocket listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger passing = new AtomicInteger();
  private final int serverPort;
  private volatile Plan plan = exchange -> Strike.NONE;

  TransferProxy(int serverPort) throws IOException {
    this.serverPort = serverPort;
    start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  void plan(Plan next) {
    plan = next;
  }

  /** The number of connections that clients have open. */
  int openConnections() {
    return open.get();
  }

  /** Waits until the store has responded to every request that was passed on. */
  void awaitQuiet() throws InterruptedException {
    while (passing.get() > 0) {
      // The real server has to respond; the test goes on as soon as it has.
      Thread.sleep(1);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "transfer-proxy");
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
      open.incrementAndGet();
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
    } catch (IOException oneSideWentAway) {
      // The other one notices.
    } finally {
      open.decrementAndGet();
    }
  }

  /** Returns whether the connection stays open. */
  private boolean exchange(Socket client, InputStream in, String head) throws IOException {
    TransferExchange exchange = TransferExchange.of(head);
    if (!exchange.header("Expect").isEmpty()) {
      client.getOutputStream().write(bytes("HTTP/1.1 100 Continue\r\n\r\n"));
    }
    Strike strike;
    byte[] response;
    passing.incrementAndGet();
    try {
      strike = plan.strike(exchange);
      response = passOn(in, exchange, strike);
    } finally {
      passing.decrementAndGet();
    }
    return response == null ? reset(client) : respond(client, in, strike, response);
  }

  /** Returns the response of the store, or the one that replaces it; null if there is none. */
  private byte @Nullable [] passOn(InputStream in, TransferExchange exchange, Strike strike)
      throws IOException {
    String length = exchange.header("Content-Length");
    int size = length.isEmpty() ? 0 : Integer.parseInt(length);
    if (strike.fault() == TransferFault.REQUEST_RESET) {
      in.readNBytes((int) (size * strike.at()));
      return null;
    }
    byte[] body = in.readNBytes(size);
    if (body.length < size) {
      return null;
    }
    switch (strike.fault()) {
      case STATUS_503 -> {
        return error(503, "SlowDown", "Please reduce your request rate.");
      }
      case STATUS_500 -> {
        return INTERNAL_ERROR;
      }
      case COMPLETE_ERROR_IN_200 -> {
        return error(200, "InternalError", "We encountered an internal error.");
      }
      case REQUEST_GARBLED -> garble(body, 0, strike.at());
      default -> {}
    }
    byte[] response = forward(exchange.head(), body, exchange.method().equals("HEAD"));
    plan.responded(exchange, status(response));
    return strike.fault() == TransferFault.STATUS_500_CARRIED_OUT ? INTERNAL_ERROR : response;
  }

  private static boolean respond(Socket client, InputStream in, Strike strike, byte[] response)
      throws IOException {
    OutputStream out = client.getOutputStream();
    byte[] begun = Arrays.copyOf(response, (int) (response.length * strike.at()));
    switch (strike.fault()) {
      case RESPONSE_RESET -> {
        out.write(begun);
        return reset(client);
      }
      case RESPONSE_TRUNCATED -> {
        out.write(begun);
        return false;
      }
      case RESPONSE_STALLS -> {
        out.write(begun);
        in.transferTo(OutputStream.nullOutputStream());
        return false;
      }
      case RESPONSE_GARBLED -> garble(response, bodyOf(response), strike.at());
      default -> {}
    }
    out.write(response);
    return true;
  }

  private static void garble(byte[] bytes, int from, double at) {
    if (bytes.length > from) {
      bytes[from + (int) ((bytes.length - from) * at)] ^= 4;
    }
  }

  private byte[] forward(String head, byte[] body, boolean isHead) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
      server.getOutputStream().write(bytes(head.replaceFirst("(?i)\r\nExpect: [^\r]*", "")));
      server.getOutputStream().write(body);
      InputStream in = new BufferedInputStream(server.getInputStream());
      String response = head(in);
      if (response.isEmpty()) {
        throw new EOFException("The store sent no response");
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(bytes(response));
      if (!isHead) {
        copyBody(response, in, all);
      }
      return all.toByteArray();
    }
  }

  private static void copyBody(String head, InputStream in, ByteArrayOutputStream all)
      throws IOException {
    TransferExchange response = TransferExchange.of("X x " + head);
    String length = response.header("Content-Length");
    if (!length.isEmpty()) {
      all.writeBytes(in.readNBytes(Integer.parseInt(length)));
    } else if (response.header("Transfer-Encoding").equalsIgnoreCase("chunked")) {
      int size = 1;
      while (size > 0) {
        String line = line(in);
        size = Integer.parseInt(line.strip(), 16);
        all.writeBytes(bytes(line));
        all.writeBytes(in.readNBytes(size + 2));
      }
    }
  }

  private static byte[] error(int status, String code, String message) {
    String body =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message></Error>";
    return bytes(
        "HTTP/1.1 "
            + status
            + " x\r\nContent-Type: application/xml\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private static int status(byte[] response) {
    return Integer.parseInt(new String(response, 9, 3, StandardCharsets.ISO_8859_1));
  }

  private static int bodyOf(byte[] response) {
    return new String(response, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
  }

  private static boolean reset(Socket client) throws IOException {
    client.setSoLinger(true, 0);
    return false;
  }

  /** Reads a head up to the empty line; empty if the other side has closed the connection. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
      int octet = in.read();
      if (octet < 0) {
        return "";
      }
      head.append((char) octet);
    }
    return head.toString();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      line.append((char) octet);
      if (octet == '\n') {
        return line.toString();
      }
    }
    throw new EOFException("within a line");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
