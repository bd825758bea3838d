package io.boto4j.internal.protocol;

import io.boto4j.error.ParamValidationException;
import io.boto4j.http.Headers;
import io.boto4j.internal.text.PercentEncoding;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.JsonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of a REST operation's input: members are bound to labels of the path, the query
 * and headers, and the rest to the body. The same for JSON and XML.
 *
 * <p>Source: smithy.io, "HTTP bindings"; where it is silent, boto3's behaviour. Members that are
 * null are omitted.
 */
final class RequestBindings {
  private final String template;
  private final StructureShape shape;
  private final Map<String, String> labels = new HashMap<>(8);

  /** The query by name: a text, or a list of texts. */
  private final Map<String, Object> query = new LinkedHashMap<>(8);

  private final Headers.Builder headers = Headers.builder();
  private final Map<String, Object> body = new LinkedHashMap<>();

  private RequestBindings(String template, StructureShape shape) {
    this.template = template;
    this.shape = shape;
  }

  /**
   * Binds input that fits its model.
   *
   * @throws ParamValidationException if a label is missing or empty, or a value is not allowed in a
   *     header
   */
  static RequestBindings of(OperationModel operation, StructureShape shape, Map<String, ?> input) {
    RequestBindings bindings = new RequestBindings(operation.requestUri(), shape);
    for (Map.Entry<String, ?> entry : input.entrySet()) {
      Member member = shape.member(entry.getKey());
      if (member == null) {
        throw InputValues.unknownMember(shape);
      }
      Object value = entry.getValue();
      if (value != null) {
        bindings.bind(member, value);
      }
    }
    return bindings;
  }

  /** Returns the members for the body by name, in the caller's order. */
  Map<String, Object> body() {
    return body;
  }

  Headers.Builder headers() {
    return headers;
  }

  /** Returns the path and query, percent-encoded. */
  String target() {
    StringBuilder target = new StringBuilder(template.length() + 64);
    int done = 0;
    for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', done)) {
      int close = template.indexOf('}', open);
      boolean greedy = template.charAt(close - 1) == '+';
      String label = label(template.substring(open + 1, greedy ? close - 1 : close));
      target.append(template, done, open);
      target.append(greedy ? PercentEncoding.encodePath(label) : PercentEncoding.encode(label));
      done = close + 1;
    }
    target.append(template, done, template.length());
    char separator = template.indexOf('?') < 0 ? '?' : '&';
    for (Map.Entry<String, Object> entry : query.entrySet()) {
      String name = PercentEncoding.encode(entry.getKey());
      List<?> values =
          entry.getValue() instanceof List<?> list ? list : Arrays.asList(entry.getValue());
      for (Object value : values) {
        target.append(separator).append(name).append('=');
        target.append(PercentEncoding.encode(String.valueOf(value)));
        separator = '&';
      }
    }
    return target.toString();
  }

  private String label(String name) {
    String label = labels.get(name);
    if (label == null) {
      int index = shape.indexOfWireName(name);
      String member = index < 0 ? name : shape.member(index).name();
      throw invalid("Missing required parameter in input: \"" + member + "\"");
    }
    return label;
  }

  private void bind(Member member, Object value) {
    String location = member.traits().text("location");
    switch (location == null ? "" : location) {
      case "uri" -> uri(member, HttpText.of(member, value, HttpText.ISO_8601));
      case "querystring" -> query(member, value);
      case "header" -> header(member, value);
      case "headers" -> prefixed(member, value);
      default -> body.put(member.name(), value);
    }
  }

  /**
   * Binds a label. An empty one is rejected: it would change the path, perhaps to another
   * operation's.
   */
  private void uri(Member member, String label) {
    if (label.isEmpty()) {
      throw invalid(
          "Invalid length for parameter " + member.name() + ", value: 0, valid min length: 1");
    }
    labels.put(member.wireName(), label);
  }

  /**
   * Binds to the query. A member of its own takes precedence over an entry of a map, in any order.
   */
  private void query(Member member, Object value) {
    if (value instanceof Map<?, ?> map && member.shape() instanceof MapShape shape) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (entry.getValue() != null) {
          query.putIfAbsent(
              String.valueOf(entry.getKey()), queryValue(shape.value(), entry.getValue()));
        }
      }
    } else {
      query.put(member.wireName(), queryValue(member, value));
    }
  }

  private static Object queryValue(Member member, Object value) {
    Collection<?> elements =
        member.shape().type() == ShapeType.LIST ? InputValues.list(value) : null;
    if (elements == null) {
      return HttpText.of(member, value, HttpText.ISO_8601);
    }
    Member element = ((ListShape) member.shape()).element();
    List<String> texts = new ArrayList<>(elements.size());
    for (Object each : elements) {
      if (each != null) {
        texts.add(HttpText.of(element, each, HttpText.ISO_8601));
      }
    }
    return texts;
  }

  private void header(Member member, Object value) {
    Collection<?> elements =
        member.shape().type() == ShapeType.LIST ? InputValues.list(value) : null;
    if (elements != null && elements.isEmpty()) {
      return;
    }
    set(member, member.wireName(), elements == null ? text(member, value) : list(member, elements));
  }

  private static String list(Member member, Collection<?> elements) {
    Member element = ((ListShape) member.shape()).element();
    StringBuilder joined = new StringBuilder();
    String separator = "";
    for (Object each : elements) {
      if (each != null) {
        String text = text(element, each);
        joined.append(separator);
        joined.append(element.shape().type() == ShapeType.STRING ? quoted(text) : text);
        separator = ",";
      }
    }
    return joined.toString();
  }

  private static String text(Member member, Object value) {
    if (member.traits().flag("jsonvalue")) {
      JsonWriter json = new JsonWriter();
      JsonDocument.write(json, value);
      return HttpText.base64(json.toByteArray());
    }
    Instant instant =
        member.shape().type() == ShapeType.TIMESTAMP ? InputValues.instant(value) : null;
    // Whole seconds in every format, as in boto3.
    return HttpText.of(
        member,
        instant == null ? value : Instant.ofEpochSecond(instant.getEpochSecond()),
        HttpText.RFC_822);
  }

  private static String quoted(String text) {
    return text.indexOf('"') < 0 && text.indexOf(',') < 0
        ? text
        : '"' + text.replace("\"", "\\\"") + '"';
  }

  /** Binds a map to one header per entry. Keys that differ only in case name the same header. */
  private void prefixed(Member member, Object value) {
    if (!(value instanceof Map<?, ?> map) || !(member.shape() instanceof MapShape shape)) {
      throw new IllegalArgumentException(
          "A " + value.getClass().getName() + " cannot be sent as " + member.shape());
    }
    Map<String, String> bound = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getValue() != null) {
        String key = String.valueOf(entry.getKey());
        String other = bound.put(key, key);
        if (other != null) {
          throw sameHeader(member, shape, other, key);
        }
        set(member, member.wireName() + key, text(shape.value(), entry.getValue()));
      }
    }
  }

  private static ParamValidationException sameHeader(
      Member member, MapShape shape, String key, String other) {
    String keys =
        shape.key().shape().sensitive()
            ? "two keys"
            : "the keys \"" + Printable.of(key) + "\" and \"" + Printable.of(other) + "\"";
    return invalid(
        "Invalid value for parameter "
            + member.name()
            + ": "
            + keys
            + " name the same header, because the names of headers are case-insensitive");
  }

  private void set(Member member, String name, String value) {
    headers.set(name, value);
    if (!headers.isSendable()) {
      throw invalid("Invalid value for parameter " + member.name() + ": " + problem());
    }
  }

  /** Returns the message of the headers, which names the one that cannot be sent. */
  private @Nullable String problem() {
    try {
      headers.build().requireSendable();
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private static ParamValidationException invalid(@Nullable String problem) {
    return new ParamValidationException(List.of(String.valueOf(problem)));
  }
}
