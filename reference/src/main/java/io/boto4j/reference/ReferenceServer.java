package io.boto4j.reference;

import com.sun.net.httpserver.HttpServer;
import io.boto4j.reference.site.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server of the reference on the loopback address: other machines cannot reach it.
 *
 * <p>It listens from its creation until it is closed. Thread-safe.
 */
public final class ReferenceServer implements AutoCloseable {
  private static final int THREADS = 8;

  private final HttpServer server;
  private final ExecutorService executor;

  private ReferenceServer(HttpServer server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  static ReferenceServer start(Site site, int port) throws IOException {
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    ExecutorService executor =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "boto4j-reference");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(executor);
    server.createContext("/", new SiteHandler(site));
    server.start();
    return new ReferenceServer(server, executor);
  }

  /**
   * Returns the address of the first page.
   *
   * @return the address, such as {@code http://127.0.0.1:8427/}
   */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Stops listening, and ends the responses that are under way. */
  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
