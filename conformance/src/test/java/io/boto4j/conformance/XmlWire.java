package io.boto4j.conformance;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Writes values as services with XML responses do, independently of boto4j's parser, which it
 * tests.
 */
final class XmlWire {
  private final StringBuilder out = new StringBuilder();
  private final boolean odd;
  private int oddities;

  /** Creates a writer; an odd one adds unknown elements and everything else that XML allows. */
  XmlWire(boolean odd) {
    this.odd = odd;
    if (odd) {
      out.append("<?xml version='1.0' encoding=\"UTF-8\"?>\n<!-- odd -->\n<?odd?>");
    }
  }

  /** Returns everything that was written. */
  @Override
  public String toString() {
    return out.toString();
  }

  XmlWire open(String name) {
    out.append('<').append(name).append('>');
    return this;
  }

  XmlWire close(String name) {
    // The name alone closes an element that has attributes.
    int blank = name.indexOf(' ');
    out.append("</").append(blank < 0 ? name : name.substring(0, blank)).append('>');
    return this;
  }

  XmlWire text(String name, String text) {
    return open(name).write(text).close(name);
  }

  /** Writes the elements of a structure's members. */
  XmlWire members(StructureShape shape, Map<?, ?> value) {
    if (odd && !shape.isUnion()) {
      out.append("<!-- odd --><UnheardOf a=\"1\"><b>1</b></UnheardOf>\n  ");
    }
    if (odd && shape.isUnion() && oddities++ % 4 == 3) {
      out.append("<UnheardOf/>");
      return this;
    }
    value.forEach(
        (name, inner) -> {
          Member member = shape.member((String) name);
          if (!member.traits().flag("xmlAttribute")) {
            member(member, inner);
          }
        });
    return this;
  }

  /** Writes the element of a payload, or of a member. */
  XmlWire element(String name, Member member, Object value) {
    Shape shape = member.shape();
    switch (shape.type()) {
      case STRUCTURE -> structure(name, (StructureShape) shape, (Map<?, ?>) value);
      case LIST -> list(name, (ListShape) shape, (List<?>) value);
      case MAP -> map(name, (MapShape) shape, (Map<?, ?>) value);
      case STRING, BOOLEAN, INTEGER, LONG, BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL, DOCUMENT ->
          text(name, String.valueOf(value));
      case TIMESTAMP -> text(name, moment(member, (Instant) value));
      case BLOB -> text(name, Base64.getEncoder().encodeToString((byte[]) value));
    }
    return this;
  }

  private String moment(Member member, Instant value) {
    return odd ? JsonWire.oddMoment(value, oddities++) : timestamp(member, value, "iso8601");
  }

  /** Returns a timestamp in the format that the model specifies. */
  static String timestamp(Member member, Instant value, String otherwise) {
    String format = member.textTrait("timestampFormat");
    return switch (format == null ? otherwise : format) {
      case "iso8601" -> value.toString();
      case "rfc822" -> DateTimeFormatter.RFC_1123_DATE_TIME.format(value.atOffset(ZoneOffset.UTC));
      default -> JsonWire.seconds(value).toPlainString();
    };
  }

  private void member(Member member, Object value) {
    String name = name(member, member.name());
    if (!flattened(member)) {
      element(name, member, value);
    } else if (member.shape() instanceof ListShape list) {
      for (Object each : (List<?>) value) {
        element(name(list.element(), name), list.element(), each);
      }
    } else {
      ((Map<?, ?>) value).forEach((key, each) -> entry(name, (MapShape) member.shape(), key, each));
    }
  }

  private void structure(String name, StructureShape shape, Map<?, ?> value) {
    StringBuilder start = new StringBuilder(name);
    Map<String, Object> namespace = shape.traits().map("xmlNamespace");
    if (namespace.get("prefix") != null) {
      start.append(" xmlns:").append(namespace.get("prefix")).append("=\"");
      start.append(namespace.get("uri")).append('"');
    }
    for (Member member : shape.members()) {
      if (member.traits().flag("xmlAttribute") && value.containsKey(member.name())) {
        start.append(' ').append(name(member, member.name())).append("=\"");
        start.append(escape(String.valueOf(value.get(member.name())))).append('"');
      }
    }
    open(start.toString()).members(shape, value).close(name);
  }

  private void list(String name, ListShape shape, List<?> value) {
    open(name);
    for (Object each : value) {
      element(name(shape.element(), "member"), shape.element(), each);
    }
    close(name);
  }

  private void map(String name, MapShape shape, Map<?, ?> value) {
    open(name);
    value.forEach((key, each) -> entry("entry", shape, key, each));
    close(name);
  }

  private void entry(String name, MapShape shape, Object key, Object value) {
    open(name);
    element(name(shape.key(), "key"), shape.key(), key);
    element(name(shape.value(), "value"), shape.value(), value);
    close(name);
  }

  private static String name(Member member, String otherwise) {
    String name = member.textTrait("locationName");
    return name == null ? otherwise : name;
  }

  private static boolean flattened(Member member) {
    ShapeType type = member.shape().type();
    return (type == ShapeType.LIST || type == ShapeType.MAP)
        && (member.traits().flag("flattened") || member.shape().traits().flag("flattened"));
  }

  private XmlWire write(String text) {
    switch (odd ? oddities++ % 4 : 0) {
      case 1 -> out.append("<![CDATA[").append(text).append("]]>");
      case 2 -> text.codePoints().forEach(each -> out.append("&#").append(each).append(';'));
      case 3 -> out.append("<!-- a -->").append(escape(text)).append("<!-- b -->");
      default -> out.append(escape(text));
    }
    return this;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&#34;");
  }
}
