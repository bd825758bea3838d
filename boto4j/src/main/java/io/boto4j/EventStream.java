package io.boto4j;

import java.util.Iterator;
import java.util.Objects;

/**
 * The events of an answer as they arrive, each a union of which one member is set: the event's
 * name.
 *
 * <p>Iterated once. Each step waits for the next event, no longer than the read timeout. An event
 * that the model does not know is passed over. What the service reports within the stream as an
 * exception is thrown by the iterator as a {@link io.boto4j.error.ServiceException}; a stream that
 * is garbled or cut short ends in a {@link io.boto4j.error.ResponseParseException}, never in fewer
 * events.
 *
 * <p>The connection belongs to the stream until it ends. Iterated to its end it gives the
 * connection back; closed before, it gives it up, and what the service still had to say is lost. So
 * close it, or iterate it all. Used by one thread.
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
   * Makes a stream, as for a test.
   *
   * @param events gives the events, and may wait for them
   * @param onClose run once, when the stream is closed
   * @return the stream
   */
  public static EventStream of(Iterator<? extends Structure> events, Runnable onClose) {
    return new EventStream(
        Objects.requireNonNull(events, "events"), Objects.requireNonNull(onClose, "onClose"));
  }

  /**
   * The events, from the first that was not read yet.
   *
   * @return an iterator, whose methods throw {@link io.boto4j.error.ServiceException} for what the
   *     service reports, {@link io.boto4j.error.ResponseParseException} for what cannot be read,
   *     {@link io.boto4j.error.HttpClientException} if no more comes, and {@link
   *     IllegalStateException} once the stream is closed
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

  /** Gives the connection back if all was read, else gives it up. Closing twice does no harm. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      onClose.run();
    }
  }

  /** Nothing of the events: they may be secret, and are to be read once. */
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
