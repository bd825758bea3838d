package io.boto4j.benchmarks.transfer.store;

import io.boto4j.benchmarks.run.LocalTrust;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * The server: blocking sockets and one thread per connection. It reads bodies into one buffer per
 * connection and forgets them, and sends objects from one shared buffer.
 */
public final class StoreServer implements Closeable {
  private static final int BACKLOG = 200;

  private final Pattern pattern = new Pattern();
  private final StoreRequests requests = new StoreRequests(pattern);
  private final ServerSocketChannel plain;
  private final @Nullable ServerSocket encrypted;

  private StoreServer(@Nullable Path keys) throws IOException, GeneralSecurityException {
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    plain = ServerSocketChannel.open().bind(new InetSocketAddress(loopback, 0), BACKLOG);
    encrypted =
        keys == null
            ? null
            : LocalTrust.serverSockets(keys).createServerSocket(0, BACKLOG, loopback);
  }

  /**
   * Starts the server in this process.
   *
   * @param keys the key and certificate for https; null for http alone
   * @return the server, to be closed
   * @throws IOException if it cannot listen
   * @throws GeneralSecurityException if this JVM cannot serve TLS
   */
  public static StoreServer start(@Nullable Path keys)
      throws IOException, GeneralSecurityException {
    StoreServer server = new StoreServer(keys);
    daemon(server::acceptPlain);
    if (keys != null) {
      daemon(server::acceptEncrypted);
    }
    return server;
  }

  /**
   * Starts the server, prints its URLs, and runs until its input ends.
   *
   * @param args the file with the key and certificate
   * @throws IOException if it cannot listen
   * @throws GeneralSecurityException if this JVM cannot serve TLS
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    try (StoreServer server = start(args.length == 0 ? null : Path.of(args[0]))) {
      System.out.println(server.http());
      System.out.println(server.https());
      while (System.in.read() >= 0) {
        // The starting process closes this pipe, even when it dies.
      }
    }
  }

  /**
   * Returns the URL for http.
   *
   * @return the base URL
   */
  public String http() {
    return "http://127.0.0.1:" + plain.socket().getLocalPort();
  }

  /**
   * Returns the URL for https.
   *
   * @return the base URL, or an empty text if it has no certificate
   */
  public String https() {
    return encrypted == null ? "" : "https://127.0.0.1:" + encrypted.getLocalPort();
  }

  private void acceptPlain() {
    while (plain.isOpen()) {
      try {
        Wire wire = Wire.plain(plain.accept());
        daemon(() -> serve(wire));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void acceptEncrypted() {
    ServerSocket listener = encrypted;
    while (listener != null && !listener.isClosed()) {
      try {
        Wire wire = Wire.encrypted(listener.accept());
        daemon(() -> serve(wire));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Wire wire) {
    try (Connection connection = new Connection(wire, pattern)) {
      for (RequestHead head = connection.head(); head != null; head = connection.head()) {
        Body body = Body.read(connection, head);
        requests.reply(head, body).write(connection, head.method().equals("HEAD"));
        if (head.has("connection", "close")) {
          return;
        }
      }
    } catch (IOException e) {
      // The client has closed the connection, which also ends the responses it does not want.
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "store");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    plain.close();
    if (encrypted != null) {
      encrypted.close();
    }
  }
}
