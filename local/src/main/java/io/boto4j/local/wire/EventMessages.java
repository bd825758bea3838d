package io.boto4j.local.wire;

import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.internal.input.StructureFactory;
import io.boto4j.internal.protocol.ServerCodec;
import io.boto4j.local.engine.EngineException;
import io.boto4j.model.Member;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.XmlWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of an output as messages: events, exceptions that the model has as events,
 * other errors, and the first message of the protocols without a head.
 *
 * <p>Source: smithy.io, "Event streams".
 */
final class EventMessages {
  private static final byte[] NOTHING = {};
  private static final String CONTENT_TYPE = ":content-type";

  private final StructureShape union;
  private final ProtocolKind protocol;
  private final String contentType;

  EventMessages(Target target, Member stream) {
    this.union = (StructureShape) stream.shape();
    this.protocol = target.protocol();
    this.contentType =
        switch (protocol) {
          case JSON -> ResponseWriter.jsonType(target.service());
          case CBOR -> "application/cbor";
          case REST_JSON -> "application/json";
          case REST_XML, QUERY, EC2 -> "text/xml";
        };
  }

  /** Returns the message with the members of an output that are not events. */
  EventMessage initialResponse(StructureShape output, Map<String, ?> members) {
    Map<String, Object> headers = headers("event", ":event-type", "initial-response");
    headers.put(CONTENT_TYPE, contentType);
    return new EventMessage(headers, structure(output, members));
  }

  /** Returns the message of an event, which is a map of its name to its members. */
  EventMessage event(Map<?, ?> event) {
    Map.Entry<?, ?> only = event.size() == 1 ? event.entrySet().iterator().next() : null;
    Member member = only == null ? null : union.member(String.valueOf(only.getKey()));
    if (only == null
        || member == null
        || !(member.shape() instanceof StructureShape shape)
        || !(only.getValue() instanceof Map<?, ?> members)) {
      throw new IllegalArgumentException(
          "An event of "
              + union.name()
              + " is a map of one name to its members, not of "
              + event.keySet());
    }
    return message(member, shape, members);
  }

  /** Returns the message of an error, which ends the events. */
  EventMessage error(EngineException error) {
    for (Member member : union.members()) {
      if (member.shape() instanceof StructureShape shape
          && shape.isError()
          && (shape.name().equals(error.code()) || member.name().equals(error.code()))) {
        Map<String, Object> members = new LinkedHashMap<>(error.members());
        for (Member each : shape.members()) {
          if (each.name().equalsIgnoreCase("message")) {
            members.put(each.name(), error.serviceMessage());
          }
        }
        members.keySet().removeIf(name -> shape.member(name) == null);
        return message(member, shape, members);
      }
    }
    Map<String, Object> headers = headers("error", ":error-code", error.code());
    headers.put(":error-message", error.serviceMessage());
    return new EventMessage(headers, NOTHING);
  }

  private static Map<String, Object> headers(String kind, String typeHeader, String type) {
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put(":message-type", kind);
    headers.put(typeHeader, type);
    return headers;
  }

  private EventMessage message(Member event, StructureShape shape, Map<?, ?> given) {
    Map<String, Object> named = new LinkedHashMap<>();
    given.forEach((name, value) -> named.put(String.valueOf(name), value));
    Map<String, Object> body = new LinkedHashMap<>(StructureFactory.trusted(shape, named));
    boolean exception = shape.isError();
    Map<String, Object> headers =
        headers(
            exception ? "exception" : "event",
            exception ? ":exception-type" : ":event-type",
            event.name());
    Map<String, Object> own = new LinkedHashMap<>();
    Member payload = null;
    for (Member member : shape.members()) {
      if (member.traits().flag("eventpayload")) {
        payload = member;
      } else if (member.traits().flag("eventheader")) {
        Object value = body.remove(member.name());
        if (value != null) {
          own.put(member.name(), value);
        }
      }
    }
    byte[] bytes =
        payload == null ? members(shape, body, headers) : payload(payload, body, headers);
    headers.putAll(own);
    return new EventMessage(headers, bytes);
  }

  private byte[] members(
      StructureShape shape, Map<String, Object> body, Map<String, Object> headers) {
    if (body.isEmpty() && shape.members().stream().allMatch(EventMessages::isHeader)) {
      return NOTHING;
    }
    headers.put(CONTENT_TYPE, contentType);
    return structure(shape, body);
  }

  private static boolean isHeader(Member member) {
    return member.traits().flag("eventheader");
  }

  private byte[] payload(Member payload, Map<String, Object> body, Map<String, Object> headers) {
    @Nullable Object value = body.get(payload.name());
    if (value == null) {
      return NOTHING;
    }
    ShapeType type = payload.shape().type();
    if (type == ShapeType.BLOB) {
      headers.put(CONTENT_TYPE, "application/octet-stream");
      return (byte[]) value;
    }
    if (type == ShapeType.STRING) {
      headers.put(CONTENT_TYPE, "text/plain");
      return value.toString().getBytes(StandardCharsets.UTF_8);
    }
    headers.put(CONTENT_TYPE, contentType);
    if (payload.shape() instanceof StructureShape shape && value instanceof Map<?, ?> members) {
      return structure(shape, members);
    }
    return ServerCodec.writeJsonValue(payload, value);
  }

  private byte[] structure(StructureShape shape, Map<?, ?> members) {
    return switch (protocol) {
      case CBOR -> ServerCodec.writeCbor(shape, members);
      case JSON, REST_JSON -> ServerCodec.writeJson(shape, members);
      case REST_XML, QUERY, EC2 -> {
        XmlWriter xml = new XmlWriter().begin(shape.name());
        ServerCodec.writeXmlMembers(xml, shape, members);
        yield xml.end().toByteArray();
      }
    };
  }
}
