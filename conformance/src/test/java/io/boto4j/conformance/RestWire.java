package io.boto4j.conformance;

import io.boto4j.http.Headers;
import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.Node;

/**
 * Puts the members of a response where REST services put them, and leaves the others to the body.
 */
final class RestWire {
  private final Headers.Builder headers = Headers.builder();
  private final Map<String, Object> body = new LinkedHashMap<>();
  private final @Nullable Member payload;
  private @Nullable Object payloadValue;

  RestWire(StructureShape shape, Map<?, ?> value) {
    String name = shape.traits().text("payload");
    this.payload = name == null ? null : shape.member(name);
    value.forEach((key, each) -> bind(shape.member((String) key), each));
  }

  Headers.Builder headers() {
    return headers;
  }

  /** Returns the members that are in the body. */
  Map<String, Object> body() {
    return body;
  }

  /** Returns the member that is the body. */
  @Nullable Member payload() {
    return payload;
  }

  @Nullable Object payloadValue() {
    return payloadValue;
  }

  /** Returns a body that is the payload unchanged; null if the payload has to be serialized. */
  byte @Nullable [] rawBody() {
    if (payload == null) {
      return null;
    }
    ShapeType type = payload.shape().type();
    if (payloadValue == null) {
      return new byte[0];
    }
    if (type == ShapeType.BLOB) {
      return (byte[]) payloadValue;
    }
    return type == ShapeType.STRING
        ? ((String) payloadValue).getBytes(StandardCharsets.UTF_8)
        : null;
  }

  /**
   * Returns whether a header is a checksum of the body, with which a generated value would not
   * match.
   */
  static boolean isChecksum(Member member) {
    return "header".equals(member.traits().text("location"))
        && member.wireName().startsWith("x-amz-checksum-");
  }

  private void bind(Member member, Object value) {
    if (isChecksum(member)) {
      return;
    }
    String location = member.traits().text("location");
    switch (location == null ? "" : location) {
      case "header" -> headers.add(member.wireName(), header(member, value));
      case "headers" ->
          ((Map<?, ?>) value)
              .forEach((key, each) -> headers.add(prefix(member) + key, String.valueOf(each)));
      case "statusCode" -> {
        // The status is part of the response anyway.
      }
      default -> {
        if (payload != null && payload.name().equals(member.name())) {
          payloadValue = value;
        } else {
          body.put(member.name(), value);
        }
      }
    }
  }

  private static String prefix(Member member) {
    String prefix = member.textTrait("locationName");
    return prefix == null ? "" : prefix;
  }

  private static String header(Member member, Object value) {
    if (member.traits().flag("jsonvalue")) {
      byte[] json = Node.printJson(JsonWire.document(value)).getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(json);
    }
    if (member.shape() instanceof ListShape list) {
      List<String> texts = new ArrayList<>();
      ((List<?>) value).forEach(each -> texts.add(header(list.element(), each)));
      return String.join(", ", texts);
    }
    return switch (member.shape().type()) {
      case TIMESTAMP -> XmlWire.timestamp(member, (Instant) value, "rfc822");
      case BLOB -> Base64.getEncoder().encodeToString((byte[]) value);
      default -> String.valueOf(value);
    };
  }
}
