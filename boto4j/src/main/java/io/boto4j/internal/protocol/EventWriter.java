package io.boto4j.internal.protocol;

import io.boto4j.http.HttpBody;
import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.model.Member;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A writer that turns events of a union, which fit the model, into messages.
 *
 * <p>Source: smithy.io, "Event streams".
 */
final class EventWriter {
  private static final byte[] NOTHING = {};
  private static final String CONTENT_TYPE = ":content-type";

  private final StructureShape union;
  private final RestProtocol protocol;

  EventWriter(StructureShape union, RestProtocol protocol) {
    this.union = union;
    this.protocol = protocol;
  }

  EventMessage message(Map<?, ?> event) {
    Map.Entry<?, ?> only = event.entrySet().iterator().next();
    Member member = union.member(String.valueOf(only.getKey()));
    if (event.size() != 1
        || member == null
        || !(only.getValue() instanceof Map<?, ?> members)
        || !(member.shape() instanceof StructureShape shape)) {
      throw new IllegalArgumentException(
          "An event of "
              + union.name()
              + " must be a map of one name to its members: "
              + event.keySet());
    }
    Map<String, Object> headers = new LinkedHashMap<>();
    boolean exception = shape.isError();
    headers.put(":message-type", exception ? "exception" : "event");
    headers.put(exception ? ":exception-type" : ":event-type", member.name());
    return message(member, shape, members, headers);
  }

  private EventMessage message(
      Member event, StructureShape shape, Map<?, ?> members, Map<String, Object> headers) {
    Map<String, Object> body = new LinkedHashMap<>();
    Map<String, Object> own = new LinkedHashMap<>();
    Member payload = null;
    for (int i = 0; i < shape.size(); i++) {
      Member member = shape.member(i);
      Object value = members.get(member.name());
      if (member.traits().flag("eventpayload")) {
        payload = member;
      }
      if (value != null && member.traits().flag("eventheader")) {
        own.put(member.name(), header(member, value));
      } else if (value != null) {
        body.put(member.name(), value);
      }
    }
    byte[] bytes = payload(event, shape, payload, body, headers);
    headers.putAll(own);
    return new EventMessage(headers, bytes);
  }

  private byte[] payload(
      Member event,
      StructureShape shape,
      @Nullable Member payload,
      Map<String, Object> body,
      Map<String, Object> headers) {
    Object value = payload == null ? null : body.get(payload.name());
    if (payload == null ? !EventParser.hasBodyMembers(shape) : value == null) {
      return NOTHING;
    }
    if (payload == null || value == null) {
      headers.put(CONTENT_TYPE, structured());
      return bytes(protocol.writeMembers(event, body));
    }
    if (payload.shape().type() == ShapeType.BLOB) {
      headers.put(CONTENT_TYPE, "application/octet-stream");
      return bytes(PayloadBody.of(payload.name(), value));
    }
    if (payload.shape().type() == ShapeType.STRING) {
      headers.put(CONTENT_TYPE, "text/plain");
      return InputValues.bytes(JsonDocument.text(payload, value));
    }
    headers.put(CONTENT_TYPE, structured());
    return bytes(protocol.writePayload(payload, value));
  }

  private String structured() {
    String type = protocol.contentType();
    return type == null ? "application/xml" : type;
  }

  private static Object header(Member member, Object value) {
    Object fitting =
        switch (member.shape().type()) {
          case STRING -> JsonDocument.text(member, value);
          case BLOB -> InputValues.bytes(value);
          case TIMESTAMP -> InputValues.instant(value);
          case INTEGER -> narrowed(InputValues.whole(value), true);
          case LONG -> narrowed(InputValues.whole(value), false);
          default -> value;
        };
    return Objects.requireNonNull(fitting, member.name());
  }

  private static @Nullable Number narrowed(@Nullable Number whole, boolean toInteger) {
    if (whole == null) {
      return null;
    }
    // A conditional expression would convert both to long.
    if (toInteger) {
      return whole.intValue();
    }
    return whole.longValue();
  }

  private static byte[] bytes(HttpBody body) {
    try (var in = body.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the bytes to send: " + e.getMessage(), e);
    }
  }
}
