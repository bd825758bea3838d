package io.boto4j.local.wire;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonToken;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the values of a JSON body are of the kinds that the model specifies. The parser alone
 * would convert them, as clients have to: a text to a number, a number to a text.
 */
final class JsonTypes {
  private final JsonReader json;

  private JsonTypes(byte[] body) {
    this.json = new JsonReader(body);
  }

  /**
   * Checks a body.
   *
   * @param body the body
   * @param shape its shape
   * @throws MismatchException if a value is of another kind
   */
  static void check(byte[] body, Shape shape) {
    JsonTypes types = new JsonTypes(body);
    if (types.json.peek() == JsonToken.NULL) {
      throw new MismatchException("NULL_VALUE", shape);
    }
    types.value(shape, null);
    types.json.end();
  }

  private void value(Shape shape, @Nullable Member member) {
    JsonToken token = json.peek();
    if (token == JsonToken.NULL || shape.type() == ShapeType.DOCUMENT) {
      json.skipValue();
      return;
    }
    if (!fits(shape.type(), member, token)) {
      throw new MismatchException(kind(token), shape);
    }
    if (shape instanceof StructureShape structure) {
      members(structure);
    } else if (shape instanceof ListShape list) {
      json.beginArray();
      while (json.hasNextElement()) {
        value(list.element().shape(), list.element());
      }
    } else if (shape instanceof MapShape map) {
      json.beginObject();
      while (json.hasNextMember()) {
        value(map.value().shape(), map.value());
      }
    } else if (token == JsonToken.STRING) {
      text(shape, member);
    } else {
      json.skipValue();
    }
  }

  private void members(StructureShape shape) {
    json.beginObject();
    while (json.hasNextMember()) {
      String name = json.name();
      int index = shape.indexOfWireName(name);
      if (index < 0) {
        if (shape.isUnion() && !name.equals("__type") && json.peek() != JsonToken.NULL) {
          throw new IllegalArgumentException(
              "The union " + shape.name() + " has no member " + name);
        }
        json.skipValue();
      } else {
        value(shape.member(index).shape(), shape.member(index));
      }
    }
  }

  private void text(Shape shape, @Nullable Member member) {
    if (shape.type() == ShapeType.STRING) {
      json.skipValue();
      return;
    }
    if (shape.type() == ShapeType.BLOB) {
      if (json.readBase64() == null) {
        throw new MismatchException("STRING_VALUE", shape);
      }
      return;
    }
    String text = json.readString();
    boolean number = text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    boolean timestamp =
        shape.type() == ShapeType.TIMESTAMP
            && member != null
            && TextValues.isTimestamp(member, text);
    if (!timestamp && !(number && shape.type() != ShapeType.TIMESTAMP)) {
      throw new MismatchException("STRING_VALUE", shape);
    }
  }

  private static boolean fits(ShapeType type, @Nullable Member member, JsonToken token) {
    return switch (type) {
      case STRUCTURE, MAP -> token == JsonToken.BEGIN_OBJECT;
      case LIST -> token == JsonToken.BEGIN_ARRAY;
      case STRING, BLOB -> token == JsonToken.STRING;
      case BOOLEAN -> token == JsonToken.TRUE || token == JsonToken.FALSE;
      case INTEGER, LONG, BIG_INTEGER, BIG_DECIMAL -> token == JsonToken.NUMBER;
      case FLOAT, DOUBLE -> token == JsonToken.NUMBER || token == JsonToken.STRING;
      case TIMESTAMP -> token == (isText(member) ? JsonToken.STRING : JsonToken.NUMBER);
      case DOCUMENT -> true;
    };
  }

  private static boolean isText(@Nullable Member member) {
    String format = member == null ? null : member.textTrait("timestampFormat");
    return "iso8601".equals(format) || "rfc822".equals(format);
  }

  private static String kind(JsonToken token) {
    return switch (token) {
      case STRING -> "STRING_VALUE";
      case NUMBER -> "NUMBER_VALUE";
      case TRUE -> "TRUE_VALUE";
      case FALSE -> "FALSE_VALUE";
      case BEGIN_ARRAY -> "Start of list";
      default -> "Start of structure or map";
    };
  }
}
