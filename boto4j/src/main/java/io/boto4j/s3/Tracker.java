package io.boto4j.s3;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts the progress of one transfer. */
final class Tracker implements Notifier.Source {
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long SAMPLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** The longest wait for slow listeners at the end of a transfer. */
  private static final long PATIENCE_MILLIS = 1000;

  private final Notifier notifier;
  private final long started = System.nanoTime();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder partsDone = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final AtomicLong total = new AtomicLong(-1);
  private final AtomicLong parts = new AtomicLong(-1);
  private final List<ProgressListener> listeners = new CopyOnWriteArrayList<>();
  private final Deque<Sample> samples = new ArrayDeque<>();
  private volatile @Nullable CountDownLatch delivered;
  private volatile long endedAt;
  private volatile boolean ended;

  /** The tracker of the tree to which the transfer of a file belongs. */
  private volatile @Nullable Tracker tree;

  private record Sample(long nanos, long bytes) {}

  Tracker(Notifier notifier) {
    this.notifier = notifier;
  }

  void total(long size) {
    total.set(size);
  }

  void parts(long number) {
    parts.set(number);
  }

  /** Makes a tree count the bytes and retries of this transfer too. Called before it starts. */
  void belongTo(Tracker whole) {
    tree = whole;
  }

  void passed(long count) {
    bytes.add(count);
    Tracker whole = tree;
    if (whole != null) {
      whole.passed(count);
    }
  }

  void partDone() {
    partsDone.increment();
  }

  void partsDone(long count) {
    partsDone.add(count);
  }

  void retried(long count) {
    retries.add(count);
    Tracker whole = tree;
    if (whole != null) {
      whole.retried(count);
    }
  }

  void end() {
    endedAt = System.nanoTime();
    ended = true;
    if (!listeners.isEmpty()) {
      notifier.wake();
    }
  }

  void add(ProgressListener listener) {
    synchronized (this) {
      if (delivered == null) {
        delivered = new CountDownLatch(1);
      }
    }
    listeners.add(listener);
    notifier.add(this);
  }

  /** Waits a moment until the listeners have received the last state. */
  void awaitListeners() {
    CountDownLatch latch = delivered;
    try {
      if (latch != null && !notifier.isCurrent()) {
        var unused = latch.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public List<ProgressListener> listeners() {
    return listeners;
  }

  @Override
  public void reportedAll() {
    CountDownLatch latch = delivered;
    if (latch != null) {
      latch.countDown();
    }
  }

  @Override
  public TransferProgress snapshot() {
    boolean over = ended;
    long now = over ? endedAt : System.nanoTime();
    synchronized (samples) {
      long count = bytes.sum();
      Sample first = samples.peekFirst();
      while (first != null && now - first.nanos > WINDOW_NANOS) {
        samples.removeFirst();
        first = samples.peekFirst();
      }
      double rate =
          first == null || over
              ? rate(count, now - started)
              : rate(count - first.bytes, now - first.nanos);
      Sample last = samples.peekLast();
      if (last == null || now - last.nanos >= SAMPLE_NANOS) {
        samples.addLast(new Sample(now, count));
      }
      return new TransferProgress(
          count,
          total.get(),
          rate,
          partsDone.sum(),
          parts.get(),
          retries.sum(),
          Duration.ofNanos(now - started),
          over);
    }
  }

  private static double rate(long count, long nanos) {
    return nanos <= 0 ? 0 : count * 1e9 / nanos;
  }
}
