package io.boto4j;

import io.boto4j.error.CallInterruptedException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Takes the events of a request one by one, for those who have them one by one: from a microphone,
 * from a user who types. Passed where an operation takes a stream of events.
 *
 * <p>It holds a few events; while it is full, {@link #send} waits until one was sent. Some services
 * answer only when they have heard something, so send the first events before the call, or from
 * another thread. Safe to share between threads; good for one call.
 *
 * <pre>{@code
 * EventSink speech = new EventSink();
 * speech.send(Map.of("TextEvent", Map.of("Text", "Hello")));
 * Response answer = polly.call("StartSpeechSynthesisStream", Map.of("ActionStream", speech, …));
 * speech.send(Map.of("CloseStreamEvent", Map.of()));
 * speech.close();
 * for (Structure event : answer.eventStream("EventStream")) { … }
 * }</pre>
 */
public final class EventSink implements Iterable<Map<String, ?>>, AutoCloseable {
  private static final int DEFAULT_CAPACITY = 16;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Map<String, ?>> events = new ArrayDeque<>();
  private final int capacity;
  private @Nullable RuntimeException failure;
  private boolean closed;
  private boolean taken;
  private boolean abandoned;

  /** Makes a sink that holds 16 events. */
  public EventSink() {
    this(DEFAULT_CAPACITY);
  }

  /**
   * Makes a sink.
   *
   * @param capacity how many events it holds before {@link #send} waits
   * @throws IllegalArgumentException if that is less than one
   */
  public EventSink(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("A sink holds at least one event, not " + capacity);
    }
    this.capacity = capacity;
  }

  /**
   * Sends an event, as soon as there is room for it.
   *
   * @param event its name to its members, as {@code Map.of("TextEvent", Map.of("Text", "Hello"))};
   *     checked against the model when it is sent, and an error of the call if it does not fit
   * @throws IllegalStateException if the sink is closed, or the call has ended: then its answer
   *     says why
   * @throws CallInterruptedException if the thread is interrupted
   */
  public void send(Map<String, ?> event) {
    Objects.requireNonNull(event, "event");
    lock.lock();
    try {
      while (!closed && !abandoned && events.size() >= capacity) {
        changed.await();
      }
      if (closed || abandoned) {
        throw new IllegalStateException(
            abandoned ? "The call this event was for has ended" : "This sink is closed");
      }
      events.add(event);
      changed.signalAll();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      lock.unlock();
    }
  }

  /** Says that there are no more events. Those sent before are still sent. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Gives the call up: it fails with an exception, and so does the iteration of its answer.
   *
   * @param reason what they throw
   */
  public void fail(RuntimeException reason) {
    lock.lock();
    try {
      failure = Objects.requireNonNull(reason, "reason");
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The events, for the call to take.
   *
   * @return an iterator that waits for events
   * @throws IllegalStateException if a call has taken them before
   */
  @Override
  public Iterator<Map<String, ?>> iterator() {
    lock.lock();
    try {
      if (taken) {
        throw new IllegalStateException("A sink is good for one call");
      }
      taken = true;
      return new Events();
    } finally {
      lock.unlock();
    }
  }

  private static CallInterruptedException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new CallInterruptedException("Interrupted while waiting for an event to be sent", e);
  }

  private final class Events implements Iterator<Map<String, ?>>, AutoCloseable {
    @Override
    public boolean hasNext() {
      lock.lock();
      try {
        while (!closed && events.isEmpty()) {
          changed.await();
        }
        if (failure != null) {
          throw failure;
        }
        return !events.isEmpty();
      } catch (InterruptedException e) {
        throw interrupted(e);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public Map<String, ?> next() {
      lock.lock();
      try {
        Map<String, ?> event = events.poll();
        if (event == null) {
          throw new NoSuchElementException();
        }
        changed.signalAll();
        return event;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        abandoned = true;
        events.clear();
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
