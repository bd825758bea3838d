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
 * A bounded queue of events for an operation that takes an event stream, for events that become
 * available one by one, such as audio from a microphone. Pass it as the value of the member that is
 * the stream.
 *
 * <p>While the queue is full, {@link #send} waits until an event has been sent. Some services
 * respond only after the first events, and the call then waits for the response: send the first
 * events before the call, or from another thread. {@link #close()} ends the stream. A sink serves
 * one call. It is safe for use by multiple threads.
 *
 * <pre>{@code
 * EventSink speech = new EventSink();
 * speech.send(Map.of("TextEvent", Map.of("Text", "Hello")));
 * Response response = polly.call("StartSpeechSynthesisStream",
 *     Map.of("Engine", "generative", "OutputFormat", "mp3", "VoiceId", "Ruth",
 *         "ActionStream", speech));
 * speech.send(Map.of("CloseStreamEvent", Map.of()));
 * speech.close();
 * for (Structure event : response.eventStream("EventStream")) {
 *   System.out.println(event);
 * }
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

  /** Creates a sink that holds up to 16 events. */
  public EventSink() {
    this(DEFAULT_CAPACITY);
  }

  /**
   * Creates a sink.
   *
   * @param capacity the number of events it holds before {@link #send} waits, at least 1
   * @throws IllegalArgumentException if {@code capacity} is less than 1
   */
  public EventSink(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("The capacity must be at least 1, not " + capacity);
    }
    this.capacity = capacity;
  }

  /**
   * Adds an event to the stream, and waits while the sink is full.
   *
   * <p>The event is checked against the model when it is about to be sent. One that does not fit
   * fails the call, not this method.
   *
   * @param event a map from the event's name to its members, such as {@code Map.of("TextEvent",
   *     Map.of("Text", "Hello"))}; must not change afterwards
   * @throws IllegalStateException if the sink is closed, or the call has ended; the reason is in
   *     the call's response
   * @throws CallInterruptedException if the thread is interrupted while it waits; its interrupt
   *     flag is set again
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
            abandoned ? "The call that uses this sink has ended" : "This sink is closed");
      }
      events.add(event);
      changed.signalAll();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Ends the stream. Events that are in the sink are still sent. Closing a sink again has no
   * effect.
   */
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
   * Aborts the call. Events that are in the sink are not sent.
   *
   * @param reason the exception that the call, or the iteration over its response, throws
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
   * Returns the events, for the call that sends them.
   *
   * @return an iterator that waits for the next event
   * @throws IllegalStateException if a call already uses this sink
   */
  @Override
  public Iterator<Map<String, ?>> iterator() {
    lock.lock();
    try {
      if (taken) {
        throw new IllegalStateException("A sink can be used for one call only");
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
