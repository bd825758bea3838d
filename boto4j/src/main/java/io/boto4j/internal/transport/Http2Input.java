package io.boto4j.internal.transport;

import io.boto4j.http.HttpBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request, read on a thread of its own as the connection can take more of it.
 *
 * <p>{@code BodyPublishers.ofInputStream} would read it on the client's own threads, and so hold up
 * one of them for as long as the user's next event takes.
 */
final class Http2Input implements BodyPublisher, Subscription, Runnable {
  private static final int BUFFER = 16 * 1024;

  private final HttpBody body;
  private final Semaphore demand = new Semaphore(0);
  private final Thread thread = new Thread(this, "boto4j-events");
  private volatile @Nullable Subscriber<? super ByteBuffer> subscriber;
  private volatile @Nullable Throwable failure;
  private volatile @Nullable Http2Output output;

  /** No more is to be read, for there is nobody who wants it. */
  private volatile boolean stopped;

  private volatile boolean cancelled;

  Http2Input(HttpBody body) {
    this.body = body;
    thread.setDaemon(true);
  }

  /** Tells the output when reading fails. */
  void failsTo(Http2Output reader) {
    output = reader;
  }

  /** Throws what reading the body threw, if it did. */
  void throwFailure() {
    Throwable thrown = failure;
    if (thrown instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
  }

  boolean failed() {
    return failure != null;
  }

  /** Reads no more; if the request has not ended, it is given up. */
  void stop() {
    stopped = true;
    thread.interrupt();
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> sink) {
    subscriber = sink;
    sink.onSubscribe(this);
    thread.start();
  }

  @Override
  public void request(long count) {
    demand.release((int) Math.min(count, 1 << 20));
  }

  @Override
  public void cancel() {
    cancelled = true;
    stop();
  }

  @Override
  public void run() {
    Subscriber<? super ByteBuffer> sink = subscriber;
    if (sink == null) {
      return;
    }
    try (InputStream in = body.open()) {
      byte[] buffer = new byte[BUFFER];
      while (true) {
        demand.acquire();
        int count = stopped ? -2 : in.read(buffer);
        if (count < 0) {
          end(sink, count == -1);
          return;
        }
        sink.onNext(ByteBuffer.wrap(Arrays.copyOf(buffer, count)));
      }
    } catch (Throwable e) {
      // Whatever a user's iterator throws is for the user, who waits on another thread.
      if (stopped) {
        end(sink, false);
      } else {
        fail(sink, e);
      }
    }
  }

  private void end(Subscriber<? super ByteBuffer> sink, boolean complete) {
    if (complete) {
      sink.onComplete();
    } else if (!cancelled) {
      sink.onError(new IOException("The answer ended before the request"));
    }
  }

  private void fail(Subscriber<? super ByteBuffer> sink, Throwable e) {
    failure =
        e instanceof RuntimeException || e instanceof Error
            ? e
            : new IllegalStateException("The request's body cannot be read: " + e, e);
    Http2Output reader = output;
    if (reader != null) {
      reader.onError(e);
    }
    sink.onError(e);
  }
}
