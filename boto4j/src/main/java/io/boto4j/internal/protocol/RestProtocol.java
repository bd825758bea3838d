package io.boto4j.internal.protocol;

import io.boto4j.ResponseMetadata;
import io.boto4j.ResponseStream;
import io.boto4j.Structure;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The shared part of the REST protocols, which differ only in the format of bodies. Every operation
 * has a method and a path of its own. Parts of the input and output are in the HTTP head ({@link
 * RequestBindings}, {@link ResponseBindings}), and one member, the payload, may be the whole body.
 */
abstract class RestProtocol implements Protocol {
  static final String EVENT_STREAM = "application/vnd.amazon.eventstream";

  private final ServiceModel service;

  RestProtocol(ServiceModel service) {
    this.service = service;
  }

  final ServiceModel service() {
    return service;
  }

  /** Writes the members that are not bound to the head; there may be none. */
  abstract HttpBody writeMembers(Member input, Map<String, Object> members);

  /** Writes a payload with a structure; null if it was not set. */
  abstract HttpBody writePayload(Member payload, @Nullable Object value);

  /** Returns the Content-Type of a structured body, or null if none is sent. */
  abstract @Nullable String contentType();

  /** Reads the members that are in the body into their slots. */
  abstract void readMembers(byte[] body, StructureShape shape, @Nullable Object[] slots);

  /** Reads a payload with a structure. */
  abstract @Nullable Object readPayload(byte[] body, Shape shape);

  @Override
  public final WireRequest serialize(OperationModel operation, Map<String, ?> parameters) {
    Member input = operation.inputMember();
    StructureShape shape = operation.input();
    if (input == null || shape == null) {
      return new WireRequest(
          operation.httpMethod(), operation.requestUri(), Headers.empty(), HttpBody.empty());
    }
    RequestBindings bindings = RequestBindings.of(operation, shape, parameters);
    Headers.Builder headers = bindings.headers();
    Member payload = payload(shape);
    HttpBody body;
    if (payload != null && operation.eventInput() == payload) {
      headers.set("Content-Type", EVENT_STREAM);
      body = events(payload, bindings.body().get(payload.name()));
    } else if (payload != null && isRaw(payload)) {
      body = raw(payload, bindings.body().get(payload.name()));
    } else {
      body =
          payload != null
              ? writePayload(payload, bindings.body().get(payload.name()))
              : ResponseBindings.hasBodyMembers(shape)
                  ? writeMembers(input, bindings.body())
                  : HttpBody.empty();
      String contentType = contentType();
      if (contentType != null && body.contentLength() != 0 && !headers.contains("Content-Type")) {
        headers.add("Content-Type", contentType);
      }
    }
    return new WireRequest(operation.httpMethod(), bindings.target(), headers.build(), body);
  }

  private HttpBody events(Member payload, @Nullable Object value) {
    Iterator<?> events =
        value instanceof Iterator<?> iterator ? iterator : Collections.emptyIterator();
    return new InputEvents(payload.name(), (StructureShape) payload.shape(), events, this);
  }

  @Override
  public final boolean streams(OperationModel operation) {
    StructureShape shape = operation.output();
    Member payload = shape == null ? null : payload(shape);
    return payload != null
        && (payload.shape().type() == ShapeType.BLOB || operation.eventOutput() != null);
  }

  @Override
  public final ServiceOutput parseEvents(
      OperationModel operation, WireResponse response, ResponseMetadata metadata) {
    return new OutputEvents(service, operation, RestEventBodies.of(this), response, metadata)
        .afterHead(response);
  }

  @Override
  public final ServiceOutput parseOutput(OperationModel operation, WireResponse response) {
    StructureShape shape = operation.output();
    if (shape == null) {
      return new ServiceOutput(MapStructure.EMPTY, null);
    }
    try {
      return new ServiceOutput(read(shape, response), null);
    } catch (RuntimeException e) {
      throw ResponseErrors.unparsable(service, operation, response, e);
    }
  }

  /** Reads an output or an error, from head and body. */
  final Structure read(StructureShape shape, WireResponse response) {
    Object[] slots = new Object[shape.size()];
    Member payload = payload(shape);
    if (payload != null) {
      slots[shape.indexOf(payload.name())] = payload(payload.shape(), response);
    } else if (response.body().length > 0 && ResponseBindings.hasBodyMembers(shape)) {
      readMembers(response.body(), shape, slots);
    }
    ResponseBindings.fill(shape, response, slots);
    return new SlotStructure(shape, slots);
  }

  private @Nullable Object payload(Shape shape, WireResponse response) {
    if (shape.type() == ShapeType.BLOB) {
      return ResponseStream.of(response.stream(), response.contentLength());
    }
    return shape.type() == ShapeType.STRING
        ? new String(response.body(), StandardCharsets.UTF_8)
        : readPayload(response.body(), shape);
  }

  private static @Nullable Member payload(StructureShape shape) {
    String name = shape.traits().text("payload");
    return name == null ? null : shape.member(name);
  }

  private static boolean isRaw(Member payload) {
    ShapeType type = payload.shape().type();
    return type == ShapeType.BLOB || type == ShapeType.STRING;
  }

  private static HttpBody raw(Member payload, @Nullable Object value) {
    if (value == null) {
      return HttpBody.empty();
    }
    boolean isText = payload.shape().type() == ShapeType.STRING && !InputValues.isBytes(value);
    return PayloadBody.of(payload.name(), isText ? JsonDocument.text(payload, value) : value);
  }
}
