package io.boto4j.internal.transport;

import io.boto4j.http.ConnectionUse;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One response, passed from the thread that reads the connection to the user's. The read timeout
 * applies to each wait. Any thread may close it. As a task, it closes a response that was dropped.
 */
final class Http2Output implements Runnable {
  private final Http2Exchange exchange;
  private final URI uri;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<byte[]> arrived = new ArrayDeque<>();
  private int status;
  private @Nullable Headers headers;
  private @Nullable Throwable failure;
  private boolean ended;
  private boolean closed;
  private final int timeoutMillis;

  /** The end of the exchange, on the clock of nanoTime; 0 for no deadline. */
  private final long deadline;

  /** The number of bytes read from the first part. */
  private int position;

  private long delivered;

  Http2Output(Http2Exchange exchange, URI uri, int timeoutMillis, long deadline) {
    this.exchange = exchange;
    this.uri = uri;
    this.timeoutMillis = timeoutMillis;
    this.deadline = deadline;
  }

  void head(int code, Headers fields) {
    lock.lock();
    try {
      status = code;
      headers = fields;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void add(byte[] bytes, int start, int end) {
    if (start == end) {
      return;
    }
    lock.lock();
    try {
      arrived.add(Arrays.copyOfRange(bytes, start, end));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Records a failure. The first one counts: others are its consequences. */
  void fail(Throwable reason) {
    lock.lock();
    try {
      failure = failure == null && !ended ? reason : failure;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the head; called once, as the response has the only body. */
  HttpResponse awaitHead() throws IOException {
    lock.lock();
    try {
      await(true);
      throwUnchecked();
      if (headers == null) {
        throw lost();
      }
      return HttpResponse.of(status, headers, new Http2Body(this), ConnectionUse.NEW);
    } finally {
      lock.unlock();
    }
  }

  int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    int count;
    lock.lock();
    try {
      count = take(target, offset, length);
    } catch (IOException e) {
      throw Failures.reading(e, uri, delivered, -1);
    } finally {
      lock.unlock();
    }
    if (count > 0) {
      returnWindow(count);
    }
    return count;
  }

  /** Lets the server send more. If that fails, so does the next read. */
  private void returnWindow(int count) {
    try {
      exchange.consumed(count);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.cancel();
      throw Failures.interrupted(uri, null);
    } catch (IOException e) {
      fail(e);
      exchange.cancel();
    }
  }

  private int take(byte[] target, int offset, int length) throws IOException {
    if (closed) {
      throw new IOException("The body of this response was closed");
    }
    throwUnchecked();
    await(false);
    throwUnchecked();
    byte[] first = arrived.peek();
    if (first == null) {
      if (ended) {
        return -1;
      }
      throw lost();
    }
    int count = Math.min(length, first.length - position);
    System.arraycopy(first, position, target, offset, count);
    position += count;
    delivered += count;
    if (position == first.length) {
      arrived.remove();
      position = 0;
    }
    return count;
  }

  /** Throws a failure of the user's own code unchanged, before any bytes that have arrived. */
  private void throwUnchecked() {
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  private IOException lost() {
    return failure instanceof IOException e ? e : new IOException("The exchange was cancelled");
  }

  private void await(boolean forHead) throws SocketTimeoutException {
    long nanos = timeoutMillis == 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    nanos = deadline == 0 ? nanos : Math.min(nanos, deadline - System.nanoTime());
    // Once the deadline has passed, a server cannot keep the user by sending more.
    boolean late = deadline != 0 && nanos <= 0 && !ended;
    try {
      while (failure == null
          && !closed
          && (late || (forHead ? headers == null : arrived.isEmpty() && !ended))) {
        if (nanos <= 0) {
          exchange.cancel();
          throw new SocketTimeoutException("Nothing more arrived");
        }
        nanos = changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.cancel();
      throw Failures.interrupted(uri, null);
    }
  }

  @Override
  public void run() {
    close();
  }

  void close() {
    boolean complete;
    lock.lock();
    try {
      closed = true;
      complete = ended;
      arrived.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    if (!complete) {
      exchange.cancel();
    }
  }
}
