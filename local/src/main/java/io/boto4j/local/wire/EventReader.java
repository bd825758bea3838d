package io.boto4j.local.wire;

import io.boto4j.EventStream;
import io.boto4j.Structure;
import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.internal.eventstream.FrameException;
import io.boto4j.internal.eventstream.FrameReader;
import io.boto4j.internal.protocol.ServerCodec;
import io.boto4j.local.engine.EngineException;
import io.boto4j.model.StructureShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads the events of an input as they arrive. An event may be wrapped in a signed one. */
final class EventReader implements Iterator<Structure> {
  private final InputStream body;
  private final FrameReader frames;
  private final StructureShape union;
  private final ProtocolKind protocol;
  private @Nullable Structure next;
  private boolean ended;

  private EventReader(InputStream body, StructureShape union, ProtocolKind protocol) {
    this.body = body;
    this.frames = new FrameReader(body);
    this.union = union;
    this.protocol = protocol;
  }

  /** Returns the events of a body. */
  static EventStream of(InputStream body, StructureShape union, ProtocolKind protocol) {
    EventReader reader = new EventReader(body, union, protocol);
    return EventStream.of(reader, reader::close);
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      EventMessage message = message(frames);
      if (message != null && message.headers().containsKey(":chunk-signature")) {
        message = message(new FrameReader(new ByteArrayInputStream(message.payload())));
      }
      ended = message == null;
      next = message == null ? null : event(message);
    }
    return next != null;
  }

  private static @Nullable EventMessage message(FrameReader from) {
    try {
      return from.next();
    } catch (FrameException e) {
      throw new EngineException("SerializationException", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads an event; one that the model does not have is left out. */
  private @Nullable Structure event(EventMessage message) {
    try {
      return protocol == ProtocolKind.CBOR
          ? ServerCodec.readCborEvent(message, union)
          : ServerCodec.readJsonEvent(message, union);
    } catch (RuntimeException e) {
      throw new EngineException(
          "SerializationException", "An event cannot be read: " + e.getMessage());
    }
  }

  @Override
  public Structure next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Structure event = next;
    next = null;
    return event;
  }

  private void close() {
    try {
      body.close();
    } catch (IOException e) {
      // The rest of the body is not needed.
    }
  }
}
