package io.boto4j.internal.protocol;

import io.boto4j.http.HttpBody;
import io.boto4j.internal.eventstream.FrameStream;
import io.boto4j.internal.eventstream.FrameWriter;
import io.boto4j.model.StructureShape;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body of events that are asked for as they are sent, and so can be sent once. Whoever reads it
 * waits for the user's events.
 */
public final class InputEvents implements HttpBody {
  private final String name;
  private final Iterator<?> events;
  private final EventWriter writer;
  private boolean opened;

  InputEvents(String name, StructureShape union, Iterator<?> events, RestProtocol protocol) {
    this.name = name;
    this.events = events;
    this.writer = new EventWriter(union, protocol);
  }

  /**
   * Waits for the next event.
   *
   * @return its frame, or null if there are no more
   */
  public byte @Nullable [] next() {
    if (!events.hasNext()) {
      return null;
    }
    Object event = events.next();
    if (event instanceof Map<?, ?> members) {
      return FrameWriter.frame(writer.message(members));
    }
    throw new IllegalArgumentException("An event of " + name + " is no map: " + event);
  }

  /** Lets go of the user's events, of which no more are wanted. */
  public void close() {
    if (events instanceof AutoCloseable source) {
      try {
        source.close();
      } catch (Exception e) {
        // No more events are wanted, so none is lost.
      }
    }
  }

  /**
   * Takes the right to read the events, which can be had once.
   *
   * @throws IOException if it was taken before
   */
  public void begin() throws IOException {
    if (opened) {
      throw new IOException(
          "the events passed as " + name + " were read already, and cannot be read again");
    }
    opened = true;
  }

  @Override
  public long contentLength() {
    return -1;
  }

  @Override
  public boolean replayable() {
    return false;
  }

  /** The events, not signed. */
  @Override
  public InputStream open() throws IOException {
    begin();
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
