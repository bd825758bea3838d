package io.boto4j.internal.protocol;

import io.boto4j.EventStream;
import io.boto4j.ResponseMetadata;
import io.boto4j.Structure;
import io.boto4j.error.ResponseParseException;
import io.boto4j.error.ServiceException;
import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.internal.eventstream.FrameException;
import io.boto4j.internal.eventstream.FrameReader;
import io.boto4j.internal.protocol.Protocol.ServiceOutput;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.transport.BodyStream;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The events of one response, read on demand. A failure closes the response, and is thrown again by
 * every further call.
 */
final class OutputEvents implements Iterator<Structure> {
  private final ServiceModel service;
  private final OperationModel operation;
  private final StructureShape output;
  private final Member stream;
  private final EventParser parser;
  private final InputStream body;
  private final FrameReader frames;
  private final ResponseMetadata metadata;
  private @Nullable Structure next;
  private @Nullable RuntimeException failure;
  private boolean ended;

  OutputEvents(
      ServiceModel service,
      OperationModel operation,
      EventBodies bodies,
      WireResponse response,
      ResponseMetadata metadata) {
    this.service = service;
    this.operation = operation;
    this.output = Objects.requireNonNull(operation.output());
    this.stream = Objects.requireNonNull(operation.eventOutput());
    this.parser = new EventParser((StructureShape) stream.shape(), bodies);
    this.body = response.stream();
    this.frames = new FrameReader(body);
    this.metadata = metadata;
  }

  /** Returns the output for a protocol in which the other members are in the HTTP head. */
  ServiceOutput afterHead(WireResponse response) {
    Object[] slots = new Object[output.size()];
    ResponseBindings.fill(output, response, slots);
    return complete(slots);
  }

  /** Returns the output for a protocol in which the other members are in the first event. */
  ServiceOutput afterInitialResponse() {
    EventMessage first = read();
    if (first == null) {
      throw unparsable("First event was not of type initial-response: there is none");
    }
    try {
      return complete(parser.initialResponse(first, output));
    } catch (ServiceEventException e) {
      throw thrown(e);
    } catch (RuntimeException e) {
      throw unparsable(e);
    }
  }

  private ServiceOutput complete(@Nullable Object[] slots) {
    slots[output.indexOf(stream.name())] = EventStream.of(this, this::close);
    return new ServiceOutput(new SlotStructure(output, slots), null);
  }

  @Override
  public boolean hasNext() {
    if (failure != null) {
      throw failure;
    }
    while (next == null && !ended) {
      EventMessage message = readOrFail();
      ended = message == null;
      next = message == null ? null : parseOrFail(message);
    }
    return next != null;
  }

  @Override
  public Structure next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Structure event = Objects.requireNonNull(next);
    next = null;
    return event;
  }

  /**
   * Reads a message. A failure may be the user's own: a two-way call fails with the exception of
   * its input.
   */
  private @Nullable EventMessage readOrFail() {
    try {
      return read();
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private @Nullable Structure parseOrFail(EventMessage message) {
    try {
      return parser.event(message);
    } catch (ServiceEventException e) {
      throw failed(thrown(e));
    } catch (RuntimeException e) {
      // Each codec has an exception of its own for malformed content.
      throw failed(unparsable(e));
    }
  }

  private @Nullable EventMessage read() {
    try {
      return frames.next();
    } catch (FrameException e) {
      BodyStream.discard(body);
      throw unparsable(e);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the response: " + e.getMessage(), e);
    }
  }

  private RuntimeException failed(RuntimeException e) {
    failure = e;
    close();
    return e;
  }

  private void close() {
    try {
      body.close();
    } catch (IOException e) {
      // The rest of the body is not needed.
    }
  }

  private ServiceException thrown(ServiceEventException e) {
    return new ServiceException(
        service.name(),
        operation.name(),
        e.error().code(),
        e.error().message(),
        e.error().response(),
        metadata,
        e.error().names(service));
  }

  private ResponseParseException unparsable(RuntimeException e) {
    return new ResponseParseException(unparsable() + e.getMessage(), e);
  }

  private ResponseParseException unparsable(String why) {
    return new ResponseParseException(unparsable() + why, null);
  }

  private String unparsable() {
    return "Unable to parse the events of "
        + service.name()
        + " "
        + operation.name()
        + " ("
        + frames.offset()
        + " bytes read): ";
  }
}
