package io.boto4j.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of one answer, handed from the client's threads to the one that reads it. Each read has
 * the read timeout. Closed by any thread.
 */
final class Http2Output extends InputStream implements BodySubscriber<Http2Output> {
  /** In the queue it says that nothing follows; compared by identity. */
  private static final List<ByteBuffer> END = List.of(ByteBuffer.allocate(1));

  private final URI uri;
  private final Http2Input input;
  private final int readTimeoutMillis;
  private final BlockingQueue<List<ByteBuffer>> arrived = new LinkedBlockingQueue<>();
  private volatile @Nullable Subscription subscription;
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;
  private List<ByteBuffer> current = List.of();
  private int index;
  private long delivered;

  Http2Output(URI uri, Http2Input input, int readTimeoutMillis) {
    this.uri = uri;
    this.input = input;
    this.readTimeoutMillis = readTimeoutMillis;
    input.failsTo(this);
  }

  @Override
  public CompletionStage<Http2Output> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Subscription source) {
    subscription = source;
    if (closed) {
      source.cancel();
    } else {
      source.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    arrived.add(buffers);
  }

  @Override
  public void onError(Throwable e) {
    failure = e;
    arrived.add(END);
  }

  @Override
  public void onComplete() {
    arrived.add(END);
    // A service that has said all it had to say wants to hear no more.
    input.stop();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (closed) {
      throw new IOException("The body of this answer was closed");
    }
    if (length == 0) {
      return 0;
    }
    if (input.failed()) {
      close();
      input.throwFailure();
    }
    while (true) {
      if (current == END) {
        return end();
      }
      if (index == current.size()) {
        await();
      } else if (current.get(index).hasRemaining()) {
        int count = Math.min(length, current.get(index).remaining());
        current.get(index).get(target, offset, count);
        delivered += count;
        return count;
      } else {
        index++;
      }
    }
  }

  private int end() {
    if (input.failed()) {
      close();
      input.throwFailure();
    }
    Throwable lost = failure;
    if (lost != null) {
      close();
      throw Failures.reading(
          lost instanceof IOException e ? e : new IOException(lost.toString(), lost),
          uri,
          delivered,
          -1);
    }
    return -1;
  }

  private void await() {
    Subscription source = subscription;
    boolean began = !current.isEmpty();
    if (began && source != null) {
      source.request(1);
    }
    List<ByteBuffer> next = null;
    try {
      next =
          readTimeoutMillis == 0
              ? arrived.take()
              : arrived.poll(readTimeoutMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw Failures.interrupted(uri, null);
    }
    if (next == null) {
      close();
      throw Failures.reading(new SocketTimeoutException("Nothing more came"), uri, delivered, -1);
    }
    current = next;
    index = 0;
  }

  @Override
  public void close() {
    closed = true;
    Subscription source = subscription;
    if (source != null && current != END) {
      source.cancel();
    }
    input.stop();
  }
}
