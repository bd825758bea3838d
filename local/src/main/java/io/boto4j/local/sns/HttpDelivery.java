package io.boto4j.local.sns;

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
final class HttpDelivery implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 15_000;
  private static final Duration PAUSE = Duration.ofSeconds(20);

  /** A request. */
  record Post(String url, String body, Map<String, String> headers) {}

  private final EngineContext context;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "boto4j-local-sns");
            thread.setDaemon(true);
            return thread;
          });

  HttpDelivery(EngineContext context) {
    this.context = context;
  }

  /**
   * Sends a request, without waiting for the answer.
   *
   * @param post the request
   * @param retries how many times it is repeated, with pauses by the clock
   * @param failed what to do if the last of them fails
   */
  void send(Post post, int retries, Runnable failed) {
    try {
      threads.execute(
          () -> {
            if (isAccepted(post)) {
              return;
            }
            if (retries == 0) {
              failed.run();
            } else {
              context.schedule(PAUSE, () -> send(post, retries - 1, failed));
            }
          });
    } catch (RejectedExecutionException e) {
      // The world was closed in the meantime.
      Thread.onSpinWait();
    }
  }

  private static boolean isAccepted(Post post) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(post.url).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "text/plain; charset=UTF-8");
      connection.setRequestProperty("User-Agent", "Amazon Simple Notification Service Agent");
      post.headers.forEach(connection::setRequestProperty);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(post.body.getBytes(UTF_8));
      }
      int status = connection.getResponseCode();
      connection.disconnect();
      return status >= 200 && status < 300;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
