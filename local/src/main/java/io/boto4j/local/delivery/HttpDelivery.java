package io.boto4j.local.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.local.engine.EngineContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Sends requests to HTTP endpoints, on threads of its own, and again if they fail. */
public final class HttpDelivery implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 15_000;
  private static final Duration PAUSE = Duration.ofSeconds(20);

  private final EngineContext context;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "boto4j-local-delivery");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A request.
   *
   * @param method the method, such as {@code POST}
   * @param url the URL
   * @param body the body
   * @param headers the headers
   */
  public record Request(String method, String url, String body, Map<String, String> headers) {}

  /**
   * Creates a sender without threads yet.
   *
   * @param context the world, whose clock measures the pauses
   */
  public HttpDelivery(EngineContext context) {
    this.context = context;
  }

  /**
   * Sends a request, without waiting for the answer.
   *
   * @param request the request
   * @param retries how many times it is repeated, with pauses by the clock
   * @param failed what to do if the last of them fails
   */
  public void send(Request request, int retries, Runnable failed) {
    try {
      threads.execute(
          () -> {
            if (isAccepted(request)) {
              return;
            }
            if (retries == 0) {
              failed.run();
            } else {
              context.schedule(PAUSE, () -> send(request, retries - 1, failed));
            }
          });
    } catch (RejectedExecutionException e) {
      // The world was closed in the meantime, and nobody waits for the request.
      System.getLogger("io.boto4j.local").log(System.Logger.Level.DEBUG, "Not sent", e);
    }
  }

  private static boolean isAccepted(Request request) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(request.url).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setRequestMethod(request.method);
      request.headers.forEach(connection::setRequestProperty);
      if (!request.method.equals("GET") && !request.method.equals("HEAD")) {
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(request.body.getBytes(UTF_8));
        }
      }
      int status = connection.getResponseCode();
      connection.disconnect();
      return status >= 200 && status < 300;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Interrupts what is being sent, and sends nothing more. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
