package io.boto4j.conformance;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes what a client receives of a value that a service sends: XML and HTTP cannot represent
 * all values.
 */
final class ResponseMeaning {
  private final boolean xml;
  private final boolean rest;

  ResponseMeaning(String protocol) {
    this.xml = !protocol.contains("json") && !protocol.contains("cbor");
    this.rest = protocol.startsWith("rest");
  }

  /** Returns what a client receives of an output or an error. */
  Map<String, Object> of(StructureShape shape, Map<?, ?> value, int status) {
    Map<String, Object> all = structure(shape, value);
    if (rest) {
      for (Member member : shape.members()) {
        bind(member, all, status);
      }
      payload(shape, all);
    }
    return all;
  }

  /** Returns what a client receives of an error, whose code may also be a member. */
  Map<String, Object> ofError(StructureShape shape, Map<?, ?> value, int status) {
    Map<String, Object> all = of(shape, value, status);
    for (Member member : shape.members()) {
      boolean header = "header".equals(member.traits().text("location"));
      if (rest && header && member.wireName().equalsIgnoreCase("x-amzn-ErrorType")) {
        all.put(member.name(), shape.errorCode());
      } else if (xml) {
        xmlError(shape, member, all);
      }
    }
    return all;
  }

  /** Sets the three members that every error in XML has, whatever its model. */
  private static void xmlError(StructureShape shape, Member member, Map<String, Object> all) {
    switch (member.wireName()) {
      case "Code" -> all.put(member.name(), shape.errorCode());
      case "Type" -> all.put(member.name(), ResponseWire.ERROR_TYPE);
      case "Message" -> all.putIfAbsent(member.name(), ResponseWire.ERROR_MESSAGE);
      default -> {
        // The response has the member if the value does.
      }
    }
  }

  private static void bind(Member member, Map<String, Object> all, int status) {
    if (RestWire.isChecksum(member)) {
      all.remove(member.name());
    }
    String location = member.traits().text("location");
    if ("statusCode".equals(location)) {
      all.put(member.name(), status);
    } else if ("headers".equals(location)) {
      Map<String, Object> headers = new LinkedHashMap<>();
      if (member.textTrait("locationName") == null || member.wireName().isEmpty()) {
        // Without a prefix: all headers.
        headers.put("x-amzn-RequestId", ResponseWire.REQUEST_ID);
      }
      if (all.get(member.name()) instanceof Map<?, ?> map) {
        map.forEach((name, each) -> headers.put((String) name, each));
      }
      all.put(member.name(), headers);
    } else if ("header".equals(location) && List.of().equals(all.get(member.name()))) {
      // An empty header has one empty element.
      all.put(member.name(), List.of(""));
    }
  }

  /** Sets the payload: there is always a body, even if it is empty. */
  private static void payload(StructureShape shape, Map<String, Object> all) {
    Member payload = shape.member(String.valueOf(shape.traits().text("payload")));
    if (payload != null && !all.containsKey(payload.name())) {
      Object nothing = nothing(payload.shape().type());
      if (nothing != null) {
        all.put(payload.name(), nothing);
      }
    }
  }

  private static @Nullable Object nothing(ShapeType type) {
    return switch (type) {
      case BLOB -> new byte[0];
      case STRING -> "";
      case STRUCTURE, DOCUMENT -> Map.of();
      default -> null;
    };
  }

  private Map<String, Object> structure(StructureShape shape, Map<?, ?> value) {
    Map<String, Object> copy = new LinkedHashMap<>();
    value.forEach(
        (name, each) -> {
          Member member = shape.member((String) name);
          if (!isNowhere(member, each)) {
            copy.put((String) name, value(member.shape(), each));
          }
        });
    return copy;
  }

  /**
   * Whether a value leaves no trace: a flattened list or map has no element around its items, so an
   * empty one is absent.
   */
  private boolean isNowhere(Member member, Object value) {
    if (!xml || !(member.traits().flag("flattened") || member.shape().traits().flag("flattened"))) {
      return false;
    }
    return value instanceof Map<?, ?> map
        ? map.isEmpty()
        : value instanceof Collection<?> list && list.isEmpty();
  }

  private Object value(Shape shape, Object value) {
    if (shape instanceof StructureShape structure) {
      return structure(structure, (Map<?, ?>) value);
    }
    if (shape instanceof ListShape list) {
      List<Object> copy = new ArrayList<>();
      ((List<?>) value).forEach(each -> copy.add(value(list.element().shape(), each)));
      return copy;
    }
    if (shape instanceof MapShape map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      ((Map<?, ?>) value)
          .forEach((key, each) -> copy.put((String) key, value(map.value().shape(), each)));
      return copy;
    }
    return value;
  }
}
