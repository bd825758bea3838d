package io.boto4j.local.wire;

import io.boto4j.http.Headers;
import io.boto4j.internal.protocol.ServerCodec;
import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads values from the path, the query and headers. Texts in JSON's protocol must have the one
 * form that clients write; in the others, the forms that AWS's services accept are many.
 */
final class TextValues {
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,40}");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,4})?|NaN|-?Infinity");
  private static final Pattern ISO_8601 =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");
  private static final Pattern RFC_822 =
      Pattern.compile(
          "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-9]{2} [A-Z][a-z]{2} [0-9]{4}"
              + " [0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})? GMT");
  private static final Pattern EPOCH = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");

  private final boolean strict;

  TextValues(ProtocolKind protocol) {
    this.strict = protocol == ProtocolKind.REST_JSON;
  }

  /** Reads a label or a value of the query. */
  @Nullable Object text(Member member, String text) {
    return value(member, text, "iso8601");
  }

  /** Reads a member from its header; null if the header is absent. */
  @Nullable Object header(Member member, Headers headers) {
    List<String> all = headers.all(member.wireName());
    if (all.isEmpty()) {
      return null;
    }
    String text = String.join(", ", all);
    if (member.traits().flag("jsonvalue")) {
      return json(member, text, headers);
    }
    if (!(member.shape() instanceof ListShape list)) {
      return value(member, text, "rfc822");
    }
    List<@Nullable Object> elements = new ArrayList<>();
    for (String each : elements(list.element(), text)) {
      elements.add(value(list.element(), each, "rfc822"));
    }
    return elements;
  }

  /**
   * Returns the pairs of a query that a map of its parameters has. In JSON's protocol those of
   * other members are among them (smithy.io, "httpQueryParams trait"), in that of XML they are not.
   */
  List<Map.Entry<String, String>> all(StructureShape shape, List<Map.Entry<String, String>> query) {
    return strict ? query : query.stream().filter(pair -> !hasMember(shape, pair)).toList();
  }

  private static boolean hasMember(StructureShape shape, Map.Entry<String, String> pair) {
    for (Member each : shape.members()) {
      if ("querystring".equals(each.traits().text("location"))
          && each.wireName().equals(pair.getKey())) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Object json(Member member, String text, Headers headers) {
    if (strict) {
      byte[] document = Base64.getDecoder().decode(text.strip());
      ServerCodec.readDocument(document);
    }
    return ServerCodec.readHeader(member, headers);
  }

  private @Nullable Object value(Member member, String text, String otherwise) {
    Shape shape = member.shape();
    if (strict) {
      check(member, shape.type(), text, otherwise);
    }
    Object value = ServerCodec.readText(shape, text);
    boolean date = shape.type() == ShapeType.TIMESTAMP;
    // A date that is not one is as good as none (RFC 9110, section 13.1.3).
    return date && !(value instanceof Instant) ? null : value;
  }

  private static void check(Member member, ShapeType type, String text, String otherwise) {
    Pattern form =
        switch (type) {
          case INTEGER, LONG, BIG_INTEGER -> WHOLE;
          case FLOAT, DOUBLE, BIG_DECIMAL -> DECIMAL;
          case TIMESTAMP -> timestamp(member, otherwise);
          default -> null;
        };
    boolean fits =
        form == null
            ? type != ShapeType.BOOLEAN || text.equals("true") || text.equals("false")
            : form.matcher(text).matches();
    if (!fits) {
      throw new MismatchException("STRING_VALUE", member.shape());
    }
  }

  private static Pattern timestamp(Member member, String otherwise) {
    String format = member.textTrait("timestampFormat");
    return switch (format == null ? otherwise : format) {
      case "iso8601" -> ISO_8601;
      case "rfc822" -> RFC_822;
      default -> EPOCH;
    };
  }

  /** Checks a timestamp that is a text in a body. */
  static boolean isTimestamp(Member member, String text) {
    return timestamp(member, "unixTimestamp").matcher(text).matches();
  }

  /** Splits a list in a header: elements may be quoted, and the dates of HTTP have a comma. */
  private static List<String> elements(Member element, String text) {
    List<String> elements = new ArrayList<>();
    if (text.isBlank()) {
      return elements;
    }
    String format = element.textTrait("timestampFormat");
    boolean dates =
        element.shape().type() == ShapeType.TIMESTAMP
            && (format == null || format.equals("rfc822"));
    int at = 0;
    while (at <= text.length()) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at < text.length() && text.charAt(at) == '"') {
        StringBuilder quoted = new StringBuilder();
        at = quoted(text, at + 1, quoted);
        elements.add(quoted.toString());
        int comma = text.indexOf(',', at);
        at = comma < 0 ? text.length() + 1 : comma + 1;
      } else {
        int comma = text.indexOf(',', at);
        if (dates && comma >= 0) {
          comma = text.indexOf(',', comma + 1);
        }
        int end = comma < 0 ? text.length() : comma;
        elements.add(text.substring(at, end).strip());
        at = end + 1;
      }
    }
    return elements;
  }

  /** Reads a quoted element, and returns the position after it. */
  private static int quoted(String text, int from, StringBuilder to) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      to.append(text.charAt(at));
      at++;
    }
    return at + 1;
  }
}
