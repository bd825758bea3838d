package io.boto4j.conformance;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.traits.HttpHeaderTrait;
import software.amazon.smithy.model.traits.MediaTypeTrait;

/** Converts a case's {@code params} to the values that a user of the SDK would pass. */
final class ParamValues {
  private final Model model;

  ParamValues(Model model) {
    this.model = model;
  }

  Map<String, Object> structure(Shape shape, Node params) {
    Map<String, Object> values = new LinkedHashMap<>();
    params
        .expectObjectNode()
        .getStringMap()
        .forEach((name, value) -> values.put(name, member(shape.getMember(name), value)));
    return values;
  }

  private @Nullable Object member(Optional<MemberShape> found, Node value) {
    MemberShape member = found.orElseThrow();
    Shape target = model.expectShape(member.getTarget());
    if (isJsonValue(member, target) && value.isStringNode()) {
      return Trees.of(Node.parse(value.expectStringNode().getValue()));
    }
    return value(target, value);
  }

  /**
   * Returns whether a header contains JSON: botocore accepts and returns the document, not its
   * text.
   */
  private static boolean isJsonValue(MemberShape member, Shape target) {
    return member.hasTrait(HttpHeaderTrait.class)
        && target
            .getTrait(MediaTypeTrait.class)
            .filter(type -> type.getValue().equals("application/json"))
            .isPresent();
  }

  private @Nullable Object value(Shape shape, Node node) {
    if (node.isNullNode()) {
      return null;
    }
    return switch (shape.getType()) {
      case STRUCTURE, UNION -> structure(shape, node);
      case LIST, SET -> list(shape, node);
      case MAP -> map((MapShape) shape, node);
      case STRING, ENUM -> node.expectStringNode().getValue();
      case BLOB -> node.expectStringNode().getValue().getBytes(StandardCharsets.UTF_8);
      case BOOLEAN -> node.expectBooleanNode().getValue();
      case BYTE, SHORT, INTEGER, INT_ENUM -> number(node).intValueExact();
      case LONG -> number(node).longValueExact();
      case BIG_INTEGER -> number(node).toBigIntegerExact();
      case BIG_DECIMAL -> number(node);
      case FLOAT -> node.isStringNode() ? Float.parseFloat(text(node)) : number(node).floatValue();
      case DOUBLE ->
          node.isStringNode() ? Double.parseDouble(text(node)) : number(node).doubleValue();
      case TIMESTAMP -> node.isStringNode() ? Instant.parse(text(node)) : instant(number(node));
      case DOCUMENT -> Trees.of(node);
      default -> throw new IllegalArgumentException("No value for " + shape);
    };
  }

  private List<Object> list(Shape shape, Node node) {
    Shape element = model.expectShape(shape.getMember("member").orElseThrow().getTarget());
    List<Object> values = new ArrayList<>();
    node.expectArrayNode().getElements().forEach(each -> values.add(value(element, each)));
    return values;
  }

  private Map<String, Object> map(MapShape shape, Node node) {
    Shape element = model.expectShape(shape.getValue().getTarget());
    Map<String, Object> values = new LinkedHashMap<>();
    node.expectObjectNode()
        .getStringMap()
        .forEach((key, each) -> values.put(key, value(element, each)));
    return values;
  }

  private static BigDecimal number(Node node) {
    return new BigDecimal(node.expectNumberNode().getValue().toString());
  }

  /** Returns the text of a number; "NaN", "Infinity" and "-Infinity" are spelled as in Java. */
  private static String text(Node node) {
    return node.expectStringNode().getValue();
  }

  private static Instant instant(BigDecimal seconds) {
    return Instant.EPOCH.plusNanos(seconds.movePointRight(9).longValueExact());
  }
}
