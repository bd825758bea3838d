package io.boto4j.conformance;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/**
 * Writes values as the json protocols do, independently of boto4j's serializer and parser, which it
 * tests.
 */
final class JsonWire {
  private final boolean odd;
  private int oddities;

  private JsonWire(boolean odd) {
    this.odd = odd;
  }

  /** Returns the object of a structure. */
  static ObjectNode structure(StructureShape shape, Map<?, ?> value) {
    return new JsonWire(false).object(shape, value);
  }

  /** Returns the form of a value that is not a structure. */
  static Node value(Member member, Object value) {
    return new JsonWire(false).node(member, value);
  }

  /**
   * Returns the same as {@link #structure}, with unknown members, and null for members that are not
   * set.
   */
  static ObjectNode oddStructure(StructureShape shape, Map<?, ?> value) {
    return new JsonWire(true).object(shape, value);
  }

  static byte[] bytes(Node node) {
    return Node.printJson(node).getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode object(StructureShape shape, Map<?, ?> value) {
    ObjectNode.Builder object = Node.objectNodeBuilder();
    if (odd && shape.isUnion() && oddities++ % 4 == 3) {
      return object.withMember("unheard of", unheardOf()).build();
    }
    if (odd) {
      for (Member member : shape.members()) {
        // A null message would hide all other differences of an error.
        if (!member.wireName().equalsIgnoreCase("message")) {
          object.withMember(member.wireName(), Node.nullNode());
        }
      }
      object.withMember(shape.isUnion() ? "__type" : "unheard of", unheardOf());
    }
    value.forEach(
        (name, inner) -> {
          Member member = shape.member((String) name);
          object.withMember(member.wireName(), node(member, inner));
        });
    return object.build();
  }

  private static Node unheardOf() {
    return Node.objectNode().withMember("a", Node.fromNodes(Node.from(1), Node.nullNode()));
  }

  private Node node(Member member, @Nullable Object value) {
    Shape shape = member.shape();
    return switch (shape.type()) {
      case STRUCTURE -> object((StructureShape) shape, (Map<?, ?>) value);
      case LIST -> list((ListShape) shape, (List<?>) value);
      case MAP -> map((MapShape) shape, (Map<?, ?>) value);
      case STRING -> Node.from((String) value);
      case BOOLEAN -> Node.from((boolean) value);
      case INTEGER, LONG, BIG_INTEGER, BIG_DECIMAL -> Node.from((Number) value);
      case FLOAT, DOUBLE -> decimal((Number) value);
      case TIMESTAMP -> timestamp(member, (Instant) value);
      case BLOB -> Node.from(Base64.getEncoder().encodeToString((byte[]) value));
      case DOCUMENT -> document(value);
    };
  }

  private Node list(ListShape shape, List<?> value) {
    ArrayNode.Builder array = ArrayNode.builder();
    value.forEach(each -> array.withValue(node(shape.element(), each)));
    ShapeType element = shape.element().shape().type();
    if (odd && (element == ShapeType.STRING || element == ShapeType.STRUCTURE)) {
      array.withValue(Node.nullNode());
    }
    return array.build();
  }

  private Node map(MapShape shape, Map<?, ?> value) {
    ObjectNode.Builder object = Node.objectNodeBuilder();
    value.forEach((key, each) -> object.withMember((String) key, node(shape.value(), each)));
    return object.build();
  }

  private static Node decimal(Number number) {
    return Double.isFinite(number.doubleValue())
        ? Node.from(new BigDecimal(number.toString()))
        : Node.from(number.toString());
  }

  private Node timestamp(Member member, Instant value) {
    if (odd) {
      return Node.from(oddMoment(value, oddities++));
    }
    String format = member.textTrait("timestampFormat");
    if ("iso8601".equals(format)) {
      return Node.from(value.toString());
    }
    if ("rfc822".equals(format)) {
      return Node.from(DateTimeFormatter.RFC_1123_DATE_TIME.format(value.atOffset(ZoneOffset.UTC)));
    }
    return value.getNano() == 0 ? Node.from(value.getEpochSecond()) : Node.from(seconds(value));
  }

  /** Returns a timestamp in one of the formats that are accepted whatever the model specifies. */
  static String oddMoment(Instant value, int form) {
    return switch (form % 4) {
      case 0 -> value.atOffset(ZoneOffset.ofHoursMinutes(-5, -30)).toString();
      case 1 -> seconds(value).toPlainString();
      case 2 -> DateTimeFormatter.RFC_1123_DATE_TIME.format(value.atOffset(ZoneOffset.UTC));
      default -> value.toString();
    };
  }

  /** Returns the seconds since 1970, with all digits. */
  static BigDecimal seconds(Instant value) {
    BigDecimal seconds = BigDecimal.valueOf(value.getEpochSecond());
    return seconds.add(BigDecimal.valueOf(value.getNano(), 9)).stripTrailingZeros();
  }

  static Node document(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      ObjectNode.Builder object = Node.objectNodeBuilder();
      map.forEach((key, each) -> object.withMember((String) key, document(each)));
      return object.build();
    }
    if (value instanceof List<?> list) {
      ArrayNode.Builder array = ArrayNode.builder();
      list.forEach(each -> array.withValue(document(each)));
      return array.build();
    }
    if (value instanceof Number number) {
      return Node.from(new BigDecimal(number.toString()));
    }
    return value instanceof Boolean bool ? Node.from(bool) : Node.from((String) value);
  }
}
