package io.boto4j.crac;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The side of AWS Lambda that an execution environment talks to, on 127.0.0.1: its Runtime API,
 * with the snapshots of SnapStart, and the source of its credentials.
 */
final class LambdaPlatform implements AutoCloseable {
  private static final String PREFIX = "/2018-06-01/runtime/";

  /** Something that the function has reported: its kind, and the body. */
  record Report(String kind, String body) {}

  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "lambda-platform");
            thread.setDaemon(true);
            return thread;
          });
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
  private final Semaphore restored = new Semaphore(0);
  private final AtomicInteger credentials = new AtomicInteger();
  private final AtomicInteger invocations = new AtomicInteger();

  private LambdaPlatform(HttpServer server) {
    this.server = server;
  }

  static LambdaPlatform start() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    LambdaPlatform platform = new LambdaPlatform(HttpServer.create(any, 0));
    platform.server.setExecutor(platform.threads);
    platform.server.createContext("/", platform::handle);
    platform.server.start();
    return platform;
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Invokes the function with an event, in JSON. */
  void invoke(String event) {
    events.add(event);
  }

  /** Ends the pause after the snapshot, as if this were the restored process. */
  void restore() {
    restored.release();
  }

  /** Waits for the next report: a response, an error, or {@code snapshot}. */
  Report next() throws InterruptedException {
    Report report = reports.poll(60, TimeUnit.SECONDS);
    if (report == null) {
      throw new AssertionError("The function reported nothing for a minute");
    }
    return report;
  }

  /** The number of times that the function has fetched credentials. */
  int credentialsFetched() {
    return credentials.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (path.equals("/credentials")) {
        send(exchange, 200, credentials(credentials.incrementAndGet()));
      } else if (path.equals(PREFIX + "invocation/next")) {
        next(exchange);
      } else if (path.equals(PREFIX + "restore/next")) {
        reports.add(new Report("snapshot", ""));
        restored.acquire();
        send(exchange, 200, "{}");
      } else {
        send(exchange, 202, "{\"status\":\"OK\"}");
        reports.add(new Report(kind(path), body));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The end of the path: {@code response}, {@code error}, {@code init/error} and so on. */
  private static String kind(String path) {
    String kind = path.substring(path.lastIndexOf('/') + 1);
    return path.startsWith(PREFIX + "invocation/") ? kind : path.substring(PREFIX.length());
  }

  private static String credentials(int number) {
    return "{\"AccessKeyId\":\"AKID"
        + number
        + "\",\"SecretAccessKey\":\"secret\",\"Token\":\"token\",\"Expiration\":\""
        + Instant.now().plus(Duration.ofHours(6))
        + "\"}";
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    String event = events.take();
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", "request-" + invocations.incrementAndGet());
    headers.set(
        "Lambda-Runtime-Deadline-Ms",
        Long.toString(Instant.now().plus(Duration.ofMinutes(1)).toEpochMilli()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:us-east-1:123456789012:function:visits");
    send(exchange, 200, event);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
