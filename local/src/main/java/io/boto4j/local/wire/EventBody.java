package io.boto4j.local.wire;

import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.internal.eventstream.FrameStream;
import io.boto4j.internal.eventstream.FrameWriter;
import io.boto4j.local.engine.EngineException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a response with events. Each is taken from the engine when the ones before have been
 * sent; an error of the engine is the last message.
 */
final class EventBody extends FrameStream {
  private final EventMessages messages;
  private final @Nullable Object source;
  private final Iterator<?> events;
  private final String requestId;
  private @Nullable EventMessage first;
  private boolean ended;

  /**
   * Creates a body.
   *
   * @param first the first message, or null if the events are all
   * @param source an {@code Iterable}, {@code Iterator} or {@code Stream} of maps; null for none
   */
  EventBody(
      EventMessages messages,
      @Nullable EventMessage first,
      @Nullable Object source,
      String requestId) {
    this.messages = messages;
    this.source = source;
    this.events = iterator(source);
    this.requestId = requestId;
    this.first = first;
  }

  private static Iterator<?> iterator(@Nullable Object source) {
    if (source == null) {
      return Collections.emptyIterator();
    }
    if (source instanceof Iterable<?> iterable) {
      return iterable.iterator();
    }
    if (source instanceof BaseStream<?, ?> stream) {
      return stream.iterator();
    }
    if (source instanceof Iterator<?> iterator) {
      return iterator;
    }
    throw new IllegalArgumentException(
        "Events are an Iterable, Iterator or Stream of maps, not a " + source.getClass().getName());
  }

  @Override
  protected byte @Nullable [] next() {
    EventMessage message = first == null ? message() : first;
    first = null;
    return message == null ? null : FrameWriter.frame(message);
  }

  private @Nullable EventMessage message() {
    try {
      if (ended || !events.hasNext()) {
        return null;
      }
      Object event = events.next();
      if (event instanceof Map<?, ?> members) {
        return messages.event(members);
      }
      throw new IllegalArgumentException("An event is a map, not " + event);
    } catch (EngineException e) {
      ended = true;
      return messages.error(e);
    } catch (RuntimeException e) {
      ended = true;
      return messages.error(Unexpected.error(e, requestId));
    }
  }

  @Override
  public void close() {
    ended = true;
    if (source instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        Unexpected.error(e, requestId);
      }
    }
  }
}
