package io.boto4j;

import java.util.Iterator;
import java.util.Objects;

/**
 * The events of a response as they arrive: boto3's {@code EventStream}. Each event is a structure
 * with one member, whose name is the event's name.
 *
 * <p>A stream can be iterated once. The iterator waits for the next event up to the read timeout,
 * and skips events that the model does not have. It throws a {@link
 * io.boto4j.error.ServiceException} for an error that the service reports in the stream, and a
 * {@link io.boto4j.error.ResponseParseException} for a stream that is malformed or ends too early:
 * a loop never ends with events missing.
 *
 * <p>The stream occupies a connection until its end. Iterate it to the end, which makes the
 * connection available again, or close it, which closes the connection and discards further events.
 * Not safe for use by multiple threads.
 *
 * <pre>{@code
 * try (EventStream events = s3.call("SelectObjectContent", params).eventStream("Payload")) {
 *   for (Structure event : events) {
 *     if (event.containsKey("Records")) {
 *       out.write(event.structure("Records").bytes("Payload"));
 *     }
 *   }
 * }
 * }</pre>
 */
public final class EventStream implements Iterable<Structure>, AutoCloseable {
  private final Iterator<? extends Structure> events;
  private final Runnable onClose;
  private boolean iterated;
  private boolean closed;

  private EventStream(Iterator<? extends Structure> events, Runnable onClose) {
    this.events = events;
    this.onClose = onClose;
  }

  /**
   * Creates a stream of given events; tests need to.
   *
   * @param events the events; may wait for the next one
   * @param onClose an action that runs once, when the stream is first closed
   * @return the stream
   */
  public static EventStream of(Iterator<? extends Structure> events, Runnable onClose) {
    return new EventStream(
        Objects.requireNonNull(events, "events"), Objects.requireNonNull(onClose, "onClose"));
  }

  /**
   * Returns an iterator over the events.
   *
   * @return an iterator whose methods throw {@link io.boto4j.error.ServiceException} for an error
   *     in the stream, {@link io.boto4j.error.ResponseParseException} for a malformed stream,
   *     {@link io.boto4j.error.HttpClientException} if no event arrives within the read timeout or
   *     the connection fails, and {@link IllegalStateException} once the stream is closed
   * @throws IllegalStateException if the stream was iterated before
   */
  @Override
  public Iterator<Structure> iterator() {
    if (iterated) {
      throw new IllegalStateException("An event stream can be iterated once");
    }
    iterated = true;
    return new Events();
  }

  /**
   * Ends the stream: its connection can be reused if all events were read, and is closed otherwise.
   * Closing a stream again has no effect.
   */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      onClose.run();
    }
  }

  /**
   * Returns a constant: events may be secret, and can be read only once.
   *
   * @return {@code an event stream}
   */
  @Override
  public String toString() {
    return "an event stream";
  }

  private final class Events implements Iterator<Structure> {
    @Override
    public boolean hasNext() {
      if (closed) {
        throw new IllegalStateException("This event stream is closed");
      }
      return events.hasNext();
    }

    @Override
    public Structure next() {
      if (closed) {
        throw new IllegalStateException("This event stream is closed");
      }
      return events.next();
    }
  }
}
