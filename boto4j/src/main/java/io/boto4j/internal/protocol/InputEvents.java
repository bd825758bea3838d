package io.boto4j.internal.protocol;

import io.boto4j.internal.eventstream.FrameStream;
import io.boto4j.internal.eventstream.FrameWriter;
import io.boto4j.model.StructureShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body of events that are taken from the user as they are sent. A read waits for the next event.
 */
public final class InputEvents extends OneTimeBody {
  private final String name;
  private final Iterator<?> events;
  private final EventWriter writer;

  InputEvents(String name, StructureShape union, Iterator<?> events, RestProtocol protocol) {
    this.name = name;
    this.events = events;
    this.writer = new EventWriter(union, protocol);
  }

  /**
   * Waits for the next event.
   *
   * @return the frame of the event, or null if there are no more
   */
  public byte @Nullable [] next() {
    if (!events.hasNext()) {
      return null;
    }
    Object event = events.next();
    if (event instanceof Map<?, ?> members) {
      return FrameWriter.frame(writer.message(members));
    }
    throw new IllegalArgumentException("An event of " + name + " is not a map: " + event);
  }

  /** Closes the user's events. No more are requested afterwards. */
  public void close() {
    if (events instanceof AutoCloseable source) {
      try {
        source.close();
      } catch (Exception e) {
        // No more events are needed, so none is lost.
      }
    }
  }

  @Override
  String takenMessage() {
    return "the events passed as " + name + " were read already, and cannot be read again";
  }

  @Override
  public boolean duplex() {
    return true;
  }

  /** Opens the body with unsigned events. */
  @Override
  public InputStream open() throws IOException {
    take();
    return new FrameStream() {
      @Override
      protected byte @Nullable [] next() {
        return InputEvents.this.next();
      }

      @Override
      public void close() {
        InputEvents.this.close();
      }
    };
  }
}
