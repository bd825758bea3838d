package io.boto4j.internal.transport;

import io.boto4j.http.HttpBody;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The sender of one request body, on a thread of its own, as fast as the server accepts it. */
final class Http2Input implements Runnable {
  private static final int BUFFER = 16 * 1024;

  private final HttpBody body;
  private final Http2Exchange exchange;
  private final Thread thread = new Thread(this, "boto4j-events");

  /** Set when no more of the body is needed. */
  private volatile boolean stopped;

  private volatile boolean ended;

  Http2Input(HttpBody body, Http2Exchange exchange) {
    this.body = body;
    this.exchange = exchange;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Stops reading, even while the thread waits for the user's next event. */
  void stop() {
    stopped = true;
    if (Thread.currentThread() != thread) {
      thread.interrupt();
    }
  }

  /** Whether the whole body was sent. */
  boolean ended() {
    return ended;
  }

  @Override
  public void run() {
    Throwable failure = null;
    try (InputStream in = body.open()) {
      byte[] buffer = new byte[BUFFER];
      int count = 0;
      while (!stopped && count >= 0) {
        count = in.read(buffer);
        if (count > 0) {
          exchange.send(buffer, count);
        }
      }
      if (!stopped) {
        ended = true;
        exchange.sendEnd();
      }
    } catch (Throwable e) {
      // Whatever a user's iterator throws goes to the user, who waits on another thread.
      failure = e;
    }
    fail(failure);
  }

  private void fail(@Nullable Throwable failure) {
    if (failure != null && !stopped) {
      exchange.fail(failure);
    }
  }
}
