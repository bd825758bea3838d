package io.boto4j.internal.protocol;

import io.boto4j.Structure;
import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.internal.protocol.Protocol.ServiceError;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parser that turns messages into events of a union.
 *
 * <p>Source: smithy.io, "Event streams"; where it is silent, boto3's behaviour. Unlike in boto3,
 * and as AWS's protocol tests require, a message without a type is rejected.
 */
final class EventParser {
  private static final String INITIAL_RESPONSE = "initial-response";

  private final StructureShape union;
  private final EventBodies bodies;

  EventParser(StructureShape union, EventBodies bodies) {
    this.union = union;
    this.bodies = bodies;
  }

  /** Returns the members in addition to the stream, which are in the first event. */
  @Nullable Object[] initialResponse(EventMessage message, StructureShape output) {
    String type = type(message);
    if (!type.equals(INITIAL_RESPONSE)) {
      throw ShapeMismatchException.of(
          "First event was not of type initial-response: " + type, null);
    }
    Object[] slots = new Object[output.size()];
    if (message.payload().length > 0) {
      bodies.readMembers(message.payload(), output, slots);
    }
    return slots;
  }

  /** Returns the event, or null if the model does not have it. */
  @Nullable Structure event(EventMessage message) {
    int index = union.indexOf(type(message));
    if (index < 0) {
      return null;
    }
    Object[] slots = new Object[union.size()];
    slots[index] = members(message, (StructureShape) union.member(index).shape());
    return new SlotStructure(union, slots);
  }

  private String type(EventMessage message) {
    String kind = required(message, ":message-type");
    if (kind.equals("exception") || kind.equals("error")) {
      throw new ServiceEventException(error(message));
    }
    if (!kind.equals("event")) {
      throw ShapeMismatchException.of("an event has the unknown :message-type " + kind, null);
    }
    return required(message, ":event-type");
  }

  private static String required(EventMessage message, String header) {
    String value = message.text(header);
    if (value == null) {
      throw ShapeMismatchException.of("an event has no header " + header + " that is text", null);
    }
    return value;
  }

  private Structure members(EventMessage message, StructureShape shape) {
    Object[] slots = new Object[shape.size()];
    byte[] payload = message.payload();
    int whole = payloadMember(shape);
    if (whole >= 0) {
      slots[whole] = payload(payload, shape.member(whole).shape());
    } else if (payload.length > 0 && hasBodyMembers(shape)) {
      bodies.readMembers(payload, shape, slots);
    }
    for (int i = 0; i < slots.length; i++) {
      Member member = shape.member(i);
      if (member.traits().flag("eventheader")) {
        slots[i] = header(member, message.headers().get(member.name()));
      }
    }
    return new SlotStructure(shape, slots);
  }

  private static int payloadMember(StructureShape shape) {
    for (int i = 0; i < shape.size(); i++) {
      if (shape.member(i).traits().flag("eventpayload")) {
        return i;
      }
    }
    return -1;
  }

  /** Whether an event has members that are not in headers. */
  static boolean hasBodyMembers(StructureShape shape) {
    for (int i = 0; i < shape.size(); i++) {
      if (!shape.member(i).traits().flag("eventheader")) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Object payload(byte[] payload, Shape shape) {
    return switch (shape.type()) {
      case BLOB -> payload;
      case STRING -> new String(payload, StandardCharsets.UTF_8);
      default -> bodies.readPayload(payload, shape);
    };
  }

  private static @Nullable Object header(Member member, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    Number number = value instanceof Number any ? any : null;
    Object fitting =
        switch (member.shape().type()) {
          case BOOLEAN -> value instanceof Boolean ? value : null;
          case STRING -> value instanceof String ? value : null;
          case BLOB -> value instanceof byte[] ? value : null;
          case TIMESTAMP -> value instanceof Instant ? value : null;
          case INTEGER ->
              number != null && number.intValue() == number.longValue() ? number.intValue() : null;
          case LONG -> number != null ? number.longValue() : null;
          default -> null;
        };
    if (fitting == null) {
      throw ShapeMismatchException.of(
          "the header "
              + member.name()
              + " of an event is a "
              + value.getClass().getSimpleName()
              + ", not "
              + member.shape(),
          null);
    }
    return fitting;
  }

  /** Reads an error. Never fails: even a malformed error is an error. */
  private ServiceError error(EventMessage message) {
    String type = message.text(":exception-type");
    String code = type == null ? message.text(":error-code") : type;
    String text = message.text(":error-message");
    Structure members = type == null ? MapStructure.EMPTY : modelled(message, type);
    Object modelled =
        members.containsKey("Message") ? members.get("Message") : members.get("message");
    return ResponseErrors.of(
        code == null ? "" : code,
        modelled instanceof String own ? own : text == null ? "" : text,
        Map.of(),
        members,
        null);
  }

  private Structure modelled(EventMessage message, String type) {
    int index = union.indexOf(type);
    if (index < 0 || !(union.member(index).shape() instanceof StructureShape shape)) {
      return MapStructure.EMPTY;
    }
    try {
      return members(message, shape);
    } catch (RuntimeException e) {
      // The members do not fit the model: the code must suffice.
      return MapStructure.EMPTY;
    }
  }
}
