package io.boto4j.examples;

import com.almworks.sqlite4java.SQLite;
import com.almworks.sqlite4java.SQLiteException;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local inside this process: in memory, reachable from this machine only.
 *
 * <p>There is one database for all keys and regions. DynamoDB Local's own {@code ServerRunner}
 * listens on every network interface, cannot choose a free port, prints a banner and sends
 * telemetry unless that is turned off. Here its request handler is part of a server that binds to
 * 127.0.0.1, and telemetry is never set up.
 */
final class LocalDynamoDb implements AutoCloseable {
  /** Kept in a field, because the level of a logger that is garbage-collected is lost. */
  private static final Logger SQLITE_LOG = Logger.getLogger("com.almworks.sqlite4java");

  private static final int MOST_THREADS = 20;
  private static final int IDLE_MILLIS = 60_000;

  private final ThreadGroup threads;
  private final LocalDynamoDBServerHandler handler;
  private final Server server;
  private final ServerConnector connector;

  private LocalDynamoDb(
      ThreadGroup threads,
      LocalDynamoDBServerHandler handler,
      Server server,
      ServerConnector connector) {
    this.threads = threads;
    this.handler = handler;
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts it on a free port. The system property sqlite4java.library.path names SQLite's folder.
   */
  static LocalDynamoDb start() {
    SQLITE_LOG.setLevel(Level.OFF);
    try {
      SQLite.loadLibrary();
    } catch (SQLiteException e) {
      throw new QuickstartException(
          "DynamoDB Local does not include SQLite for this platform ("
              + System.getProperty("os.name")
              + ", "
              + System.getProperty("os.arch")
              + "). Start DynamoDB Local elsewhere and pass its URL with --endpoint-url.",
          e);
    }
    LocalDynamoDBRequestHandler requests =
        new LocalDynamoDBRequestHandler(0, true, null, true, false);
    LocalDynamoDBServerHandler handler = new LocalDynamoDBServerHandler(requests, null);
    ThreadGroup threads = new ThreadGroup("dynamodb-local");
    Server server =
        new Server(new QueuedThreadPool(MOST_THREADS, 2, IDLE_MILLIS, -1, null, threads));
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(handler);
    LocalDynamoDb started = new LocalDynamoDb(threads, handler, server, connector);
    Exception failure =
        attempt(
            () -> {
              server.start();
              started.createDatabase();
            });
    if (failure != null) {
      started.close();
      throw new QuickstartException("DynamoDB Local did not start: " + failure, failure);
    }
    return started;
  }

  /**
   * Makes a first call by hand: otherwise the program's first call would wait a second for the
   * database.
   */
  private void createDatabase() throws IOException {
    HttpURLConnection call =
        (HttpURLConnection) endpointUrl().toURL().openConnection(Proxy.NO_PROXY);
    call.setDoOutput(true);
    call.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
    call.setRequestProperty("X-Amz-Target", "DynamoDB_20120810.ListTables");
    call.setRequestProperty(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=local/20000101/us-east-1/dynamodb/aws4_request,"
            + " SignedHeaders=host, Signature=0");
    call.getOutputStream().write('{');
    call.getOutputStream().write('}');
    call.getInputStream().readAllBytes();
    call.disconnect();
  }

  /** Returns the URL at which it listens. */
  URI endpointUrl() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  @Override
  public void close() {
    Exception failure = attempt(server::stop);
    handler.close();
    // Its background jobs sleep for hours and keep the process alive; all were started by our
    // threads.
    threads.interrupt();
    if (failure != null) {
      throw new QuickstartException("DynamoDB Local did not stop: " + failure, failure);
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  /** Runs a step and returns its exception, or null: Jetty's methods declare Exception. */
  private static @Nullable Exception attempt(Step step) {
    try {
      step.run();
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return e;
    } catch (Exception e) {
      return e;
    }
  }
}
