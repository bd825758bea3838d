package io.boto4j.internal.transport;

import io.boto4j.http.ConnectionUse;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
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
 * applies to each wait. Any thread may close it.
 */
final class Http2Output extends InputStream {
  private final Http2Exchange exchange;
  private final URI uri;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<byte[]> arrived = new ArrayDeque<>();
  private @Nullable HttpResponse head;
  private @Nullable Throwable failure;
  private boolean ended;
  private boolean closed;
  private int timeoutMillis;

  /** The end of the exchange, on the clock of nanoTime; 0 for no deadline. */
  private long deadline;

  /** The number of bytes read from the first part. */
  private int position;

  private long delivered;

  Http2Output(Http2Exchange exchange, URI uri) {
    this.exchange = exchange;
    this.uri = uri;
  }

  void head(int status, Headers headers) {
    HttpResponse response = HttpResponse.of(status, headers, this, ConnectionUse.NEW);
    lock.lock();
    try {
      head = response;
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

  HttpResponse awaitHead(int millis, long end) throws IOException {
    lock.lock();
    try {
      timeoutMillis = millis;
      deadline = end;
      await(true);
      throwUnchecked();
      HttpResponse response = head;
      if (response == null) {
        throw lost();
      }
      return response;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
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
      exchange.consumed(count);
    }
    return count;
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
    try {
      while (failure == null && !closed && (forHead ? head == null : arrived.isEmpty() && !ended)) {
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
  public void close() {
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
