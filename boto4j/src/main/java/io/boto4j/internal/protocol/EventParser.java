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
        slots[i] = PlainValues.of(member.shape(), message.headers().get(member.name()));
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

  /** Reads an error. Never fails: even a malformed error is an error. */
  private ServiceError error(EventMessage message) {
    String type = message.text(":exception-type");
    String code = type == null ? message.text(":error-code") : type;
    StructureShape shape = type == null ? null : shape(type);
    Structure members = shape == null ? MapStructure.EMPTY : modelled(message, shape);
    return ResponseErrors.of(
        code == null ? "" : code,
        text(message, members),
        Map.of(),
        members,
        null,
        shape == null ? null : shape.name());
  }

  /** Returns the shape of an error: events have the names of members, not of shapes. */
  private @Nullable StructureShape shape(String type) {
    int index = union.indexOf(type);
    return index >= 0 && union.member(index).shape() instanceof StructureShape shape ? shape : null;
  }

  /** Returns the message of an error: a modelled member, a header, or a part of the payload. */
  private static String text(EventMessage message, Structure members) {
    Object modelled =
        members.containsKey("Message") ? members.get("Message") : members.get("message");
    if (modelled instanceof String own) {
      return own;
    }
    String header = message.text(":error-message");
    return header == null ? EventErrorText.of(message.payload()) : header;
  }

  private Structure modelled(EventMessage message, StructureShape shape) {
    try {
      return members(message, shape);
    } catch (RuntimeException e) {
      // The members do not fit the model: the code must suffice.
      return MapStructure.EMPTY;
    }
  }
}
