package io.boto4j.benchmarks.coldstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A server on the loopback interface that sends the same canned bytes for every signed request of a
 * task.
 *
 * <p>It uses blocking sockets, one thread per connection and one write per response, which takes
 * microseconds, so that the client is what is measured. Its threads are daemons and end with the
 * process.
 */
public final class CannedServer {
  /** The value that a contestant must print when it gets the item. */
  public static final String EMAIL = "ada@example.com";

  private final AtomicInteger connections = new AtomicInteger();
  private final ServerSocket listener;
  private final String scheme;

  private CannedServer(String scheme, ServerSocket listener) {
    this.scheme = scheme;
    this.listener = listener;
  }

  /**
   * Starts a server for plain http.
   *
   * @return the server, until the end of the process
   * @throws IOException if it cannot listen
   */
  public static CannedServer http() throws IOException {
    return start("http", ServerSocketFactory.getDefault());
  }

  static CannedServer https(ServerSocketFactory sockets) throws IOException {
    return start("https", sockets);
  }

  private static CannedServer start(String scheme, ServerSocketFactory sockets) throws IOException {
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    CannedServer server = new CannedServer(scheme, sockets.createServerSocket(0, 50, loopback));
    daemon(server::accept);
    return server;
  }

  /**
   * Returns the URL at which it listens.
   *
   * @return the base URL, for example {@code http://localhost:43210}
   */
  public String url() {
    return scheme + "://localhost:" + listener.getLocalPort();
  }

  /**
   * Returns the number of connections that clients have opened.
   *
   * @return the number, zero or more
   */
  public int connections() {
    return connections.get();
  }

  private void accept() {
    while (true) {
      try {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        daemon(() -> serve(socket));
      } catch (IOException e) {
        System.err.println("The canned server stopped: " + e);
        return;
      }
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (String head = head(in); head != null; head = head(in)) {
        String body = new String(in.readNBytes(contentLength(head)), ISO_8859_1);
        out.write(CannedResponses.to(head, body));
        out.flush();
      }
    } catch (IOException e) {
      // The client has closed the connection, or did not trust the certificate: its output has the
      // reason.
    }
  }

  /** Reads the request line and headers, in lower case; null at the end of the connection. */
  private static @Nullable String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
    int lineLength = 0;
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      head.write(octet);
      if (octet != '\n') {
        lineLength += octet == '\r' ? 0 : 1;
      } else if (lineLength == 0) {
        return head.toString(ISO_8859_1).toLowerCase(Locale.ROOT);
      } else {
        lineLength = 0;
      }
    }
    return null;
  }

  private static int contentLength(String head) {
    String before = "\r\ncontent-length:";
    int start = head.indexOf(before);
    return start < 0
        ? 0
        : Integer.parseInt(
            head.substring(start + before.length(), head.indexOf('\r', start + 2)).strip());
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "canned-server");
    thread.setDaemon(true);
    thread.start();
  }
}
