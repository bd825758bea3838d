package io.boto4j.internal.protocol;

import io.boto4j.http.Headers;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.value.AbstractStructure;
import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of a REST operation's output or error that are in the status and headers of the
 * response. The same for JSON and XML.
 */
final class ResponseBindings {
  private ResponseBindings() {}

  /** Whether a structure has members that are not bound to the head, and so are in the body. */
  static boolean hasBodyMembers(StructureShape shape) {
    for (int i = 0; i < shape.size(); i++) {
      if (shape.member(i).traits().get("location") == null) {
        return true;
      }
    }
    return false;
  }

  /** Reads the bound members into their slots. */
  static void fill(StructureShape shape, WireResponse response, @Nullable Object[] slots) {
    for (int i = 0; i < slots.length; i++) {
      Member member = shape.member(i);
      String location = member.traits().text("location");
      if (location != null) {
        Object value = bound(location, member, response);
        slots[i] = value == null ? slots[i] : value;
      }
    }
  }

  private static @Nullable Object bound(String location, Member member, WireResponse response) {
    return switch (location) {
      case "statusCode" -> HttpText.parse(member.shape(), Integer.toString(response.statusCode()));
      case "header" -> header(member, joined(response.headers(), member.wireName()));
      case "headers" -> prefixed(response.headers(), member.wireName());
      default -> null;
    };
  }

  /** Reads the value of a member from the text of its header. */
  static @Nullable Object header(Member member, @Nullable String text) {
    if (text == null) {
      return null;
    }
    if (member.traits().flag("jsonvalue")) {
      return jsonValue(text);
    }
    return member.shape() instanceof ListShape shape
        ? list(shape, text)
        : HttpText.parse(member.shape(), text);
  }

  /** Splits at every comma: AWS does not quote elements, and boto3 does not unquote them. */
  private static List<@Nullable Object> list(ListShape shape, String text) {
    List<@Nullable Object> elements = new ArrayList<>();
    for (int from = 0, to; from <= text.length(); from = to + 1) {
      to = text.indexOf(',', from);
      to = to < 0 ? text.length() : to;
      elements.add(HttpText.parse(shape.element().shape(), text.substring(from, to).strip()));
    }
    return Collections.unmodifiableList(elements);
  }

  /** Reads JSON in Base64. Any other text is kept as it is. */
  private static @Nullable Object jsonValue(String text) {
    try {
      JsonReader json = new JsonReader(Base64.getDecoder().decode(text.strip()));
      Object value = json.readValue();
      json.end();
      return value;
    } catch (IllegalArgumentException | JsonException e) {
      return text;
    }
  }

  /** Reads the headers that begin with a prefix. */
  static Map<String, Object> prefixed(Headers headers, String prefix) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.nameAt(i);
      if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
        map.putIfAbsent(name.substring(prefix.length()), String.valueOf(joined(headers, name)));
      }
    }
    return AbstractStructure.of(map);
  }

  /** Returns all values of a header as one list, as RFC 9110, section 5.3 defines. */
  static @Nullable String joined(Headers headers, String name) {
    String joined = null;
    for (int i = 0; i < headers.size(); i++) {
      if (name.equalsIgnoreCase(headers.nameAt(i))) {
        joined = joined == null ? headers.valueAt(i) : joined + ", " + headers.valueAt(i);
      }
    }
    return joined;
  }
}
