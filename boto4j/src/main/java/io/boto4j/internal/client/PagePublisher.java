package io.boto4j.internal.client;

import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.internal.hook.CallHooks;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Publishes pages as they are requested, each call on the session's executor. */
public final class PagePublisher implements Flow.Publisher<Response> {
  private final Iterable<Response> pages;
  private final Executor executor;
  private final @Nullable List<Interceptor> interceptors;

  /**
   * Creates a publisher.
   *
   * @param pages the pages; each subscriber iterates from the first
   * @param executor runs the calls
   * @param interceptors the interceptors of the client, or null if there are none
   */
  public PagePublisher(
      Iterable<Response> pages, Executor executor, @Nullable List<Interceptor> interceptors) {
    this.pages = pages;
    this.executor = executor;
    this.interceptors = interceptors;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super Response> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    subscriber.onSubscribe(new Walk(subscriber, pages.iterator()));
  }

  /** One subscriber's iteration. Pages are requested on demand, and by one thread at a time. */
  private final class Walk implements Flow.Subscription, Runnable {
    private final Flow.Subscriber<? super Response> subscriber;
    private final Iterator<Response> iterator;
    private final ReentrantLock lock = new ReentrantLock();
    private long demand;
    private boolean running;
    private boolean over;

    Walk(Flow.Subscriber<? super Response> subscriber, Iterator<Response> iterator) {
      this.subscriber = subscriber;
      this.iterator = iterator;
    }

    @Override
    public void request(long count) {
      if (count <= 0) {
        fail(
            new IllegalArgumentException("The requested count of pages is not positive: " + count));
        return;
      }
      lock.lock();
      try {
        demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
        if (running || over) {
          return;
        }
        running = true;
      } finally {
        lock.unlock();
      }
      executor.execute(interceptors == null ? this : CallHooks.asyncTask(interceptors, this));
    }

    @Override
    public void cancel() {
      lock.lock();
      try {
        over = true;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void run() {
      try {
        while (isWanted()) {
          subscriber.onNext(iterator.next());
          if (!iterator.hasNext() && end()) {
            subscriber.onComplete();
          }
        }
      } catch (RuntimeException e) {
        fail(e);
      }
    }

    /** Takes one from the demand; without demand, this thread stops. */
    private boolean isWanted() {
      lock.lock();
      try {
        running = !over && demand > 0;
        demand -= running ? 1 : 0;
        return running;
      } finally {
        lock.unlock();
      }
    }

    /** Ends the iteration; false if it had ended before. */
    private boolean end() {
      lock.lock();
      try {
        boolean first = !over;
        over = true;
        return first;
      } finally {
        lock.unlock();
      }
    }

    private void fail(RuntimeException failure) {
      if (end()) {
        subscriber.onError(failure);
      }
    }
  }
}
