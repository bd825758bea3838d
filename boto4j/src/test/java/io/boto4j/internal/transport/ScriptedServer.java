package io.boto4j.internal.transport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on 127.0.0.1 that follows scripts: the first connection the first script, and so on; the
 * last script serves all later connections too.
 *
 * <p>It knows just enough HTTP to find the end of a request, and sends exactly the bytes it is
 * given.
 */
public final class ScriptedServer implements AutoCloseable {
  private final ServerSocket listener;
  private final List<Script> scripts;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** The server's part in one connection, which is closed when the script returns. */
  @FunctionalInterface
  public interface Script {
    /**
     * Plays the script.
     *
     * @param peer the connection
     * @throws IOException if the client closed the connection, which ends the script
     * @throws InterruptedException if the server was closed
     */
    void play(Peer peer) throws IOException, InterruptedException;
  }

  private ScriptedServer(ServerSocket listener, List<Script> scripts) {
    this.listener = listener;
    this.scripts = scripts;
    run(this::accept, "scripted-server");
  }

  /**
   * Starts a server without TLS.
   *
   * @param scripts the scripts, one per connection
   * @return the server
   * @throws IOException if no port can be bound
   */
  public static ScriptedServer start(Script... scripts) throws IOException {
    return start(
        new ServerSocket(0, 200, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})), scripts);
  }

  /**
   * Starts a server on a socket, which may be a TLS one.
   *
   * @param listener the bound socket
   * @param scripts the scripts, one per connection
   * @return the server
   */
  public static ScriptedServer start(ServerSocket listener, Script... scripts) {
    return new ScriptedServer(listener, List.of(scripts));
  }

  /**
   * Returns a script that responds to every request with the same bytes until the client closes.
   *
   * @param response the whole response
   * @return the script
   */
  public static Script answering(String response) {
    return peer -> {
      while (peer.hasMore()) {
        peer.request();
        peer.send(response);
      }
    };
  }

  /**
   * Returns the bytes of a response with a length.
   *
   * @param body the body
   * @return status 200, Content-Length and the body
   */
  public static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  /**
   * Returns the port of the server.
   *
   * @return the port
   */
  public int port() {
    return listener.getLocalPort();
  }

  /**
   * Returns a URL of this server.
   *
   * @param pathAndQuery the path and query
   * @return the http URL
   */
  public URI uri(String pathAndQuery) {
    return URI.create("http://127.0.0.1:" + port() + pathAndQuery);
  }

  /**
   * Returns the requests read so far: head and body, a chunked body with its chunks.
   *
   * @return the requests as ISO 8859-1 text
   */
  public List<String> requests() {
    return new ArrayList<>(requests);
  }

  /**
   * Returns the number of accepted connections.
   *
   * @return the number of connections
   */
  public int connections() {
    return connections.get();
  }

  /** Closes everything, and ends every script. */
  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    for (Thread thread : threads) {
      thread.interrupt();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        int index = connections.getAndIncrement();
        Script script = scripts.get(Math.min(index, scripts.size() - 1));
        run(() -> play(script, socket), "scripted-server-" + index);
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void play(Script script, Socket socket) {
    try (socket) {
      script.play(new Peer(socket));
    } catch (IOException | InterruptedException e) {
      // The client or the test has closed the connection, which the test may expect.
    }
  }

  private void run(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  /** The server's end of one connection. */
  public final class Peer {
    private final Socket socket;
    private final BufferedInputStream in;

    private Peer(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * Waits for the next byte.
     *
     * @return false if the client closed
     * @throws IOException if the connection broke
     */
    public boolean hasMore() throws IOException {
      in.mark(1);
      int next = in.read();
      in.reset();
      return next >= 0;
    }

    /**
     * Reads a whole request.
     *
     * @return its head and body
     * @throws IOException if it is incomplete
     */
    public String request() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      String head = readHead(bytes);
      readBody(head, bytes);
      String request = bytes.toString(StandardCharsets.ISO_8859_1);
      requests.add(request);
      return request;
    }

    /**
     * Reads the head of a request, and not its body.
     *
     * @return the head
     * @throws IOException if it is incomplete
     */
    public String head() throws IOException {
      String head = readHead(new ByteArrayOutputStream());
      requests.add(head);
      return head;
    }

    /**
     * Reads the body that belongs to a head.
     *
     * @param head the result of {@link #head()}
     * @return the body, a chunked one with its chunks
     * @throws IOException if it is incomplete
     */
    public String body(String head) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      readBody(head, bytes);
      return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /**
     * Sends bytes.
     *
     * @param text the bytes, as ISO 8859-1 text
     * @throws IOException if the client closed the connection
     */
    public void send(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    }

    /**
     * Sends bytes one at a time.
     *
     * @param text the bytes, as ISO 8859-1 text
     * @throws IOException if the client closed the connection
     */
    public void trickle(String text) throws IOException {
      for (int i = 0; i < text.length(); i++) {
        send(text.substring(i, i + 1));
      }
    }

    /**
     * Reads until the client closes.
     *
     * @throws IOException if the connection breaks instead
     */
    public void awaitClose() throws IOException {
      in.transferTo(OutputStream.nullOutputStream());
    }

    /**
     * Closes the server's half: the client sees the end, and may still send.
     *
     * @throws IOException if the connection broke
     */
    public void halfClose() throws IOException {
      socket.shutdownOutput();
    }

    /**
     * Closes.
     *
     * @throws IOException if the connection broke
     */
    public void close() throws IOException {
      socket.close();
    }

    /**
     * Closes with a reset instead of an end.
     *
     * @throws IOException if the connection broke
     */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    private String readHead(ByteArrayOutputStream bytes) throws IOException {
      int matched = 0;
      while (matched < 4) {
        int b = need(in);
        bytes.write(b);
        matched = b == "\r\n\r\n".charAt(matched) ? matched + 1 : b == '\r' ? 1 : 0;
      }
      return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private void readBody(String head, ByteArrayOutputStream bytes) throws IOException {
      String lower = head.toLowerCase(Locale.ROOT);
      int at = lower.indexOf("\r\ncontent-length: ");
      if (at >= 0) {
        long left = Long.parseLong(head.substring(at + 18, head.indexOf('\r', at + 18)));
        byte[] block = new byte[64 * 1024];
        while (left > 0) {
          int count = in.read(block, 0, (int) Math.min(block.length, left));
          if (count < 0) {
            throw new IOException("The request ended early");
          }
          bytes.write(block, 0, count);
          left -= count;
        }
      } else if (lower.contains("\r\ntransfer-encoding: chunked\r\n")) {
        int size;
        do {
          StringBuilder line = new StringBuilder();
          for (int b = need(in); b != '\n'; b = need(in)) {
            line.append((char) b);
          }
          size = Integer.parseInt(line.toString().strip(), 16);
          bytes.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
          bytes.writeBytes(in.readNBytes(size + 2));
        } while (size > 0);
      }
    }

    private static int need(InputStream in) throws IOException {
      int b = in.read();
      if (b < 0) {
        throw new IOException("The client closed within a request");
      }
      return b;
    }
  }
}
