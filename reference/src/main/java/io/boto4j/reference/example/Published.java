package io.boto4j.reference.example;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.Traits;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of AWS's published examples, which are JSON. Some are older than the model, and do not
 * fit it any more.
 */
final class Published {
  private static final BigDecimal INT_MAX = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final Simple simple;

  Published(ServiceModel service) {
    this.simple = new Simple(service);
  }

  /** Returns a value in the form of its shape; null if it does not fit. */
  @Nullable Value of(@Nullable Object json, Member member) {
    Shape shape = member.shape();
    return switch (shape.type()) {
      case STRUCTURE -> structure(json, (StructureShape) shape);
      case LIST -> list(json, ((ListShape) shape).element());
      case MAP -> map(json, ((MapShape) shape).value());
      case STRING -> json instanceof String text ? text(text, member) : null;
      case INTEGER, LONG, BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> number(json, shape);
      case BOOLEAN -> flag(json);
      case TIMESTAMP -> time(json);
      case BLOB -> blob(json, member);
      case DOCUMENT -> document(json);
    };
  }

  /** Returns the text, or one that fits where it is too short, a placeholder or not in the enum. */
  private Value text(String text, Member member) {
    Traits traits = member.shape().traits();
    boolean known = !(traits.get("enum") instanceof List<?> values) || values.contains(text);
    boolean fits = text.length() >= Strings.bound(traits, "min", 0);
    boolean placeholder = text.startsWith("<") && text.endsWith("JSON>");
    return known && fits && !placeholder
        ? new Value.Text(text)
        : simple.of(member, member.name(), member.name());
  }

  Value.@Nullable Entries structure(@Nullable Object json, StructureShape shape) {
    if (!(json instanceof Map<?, ?> map)) {
      return null;
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    // What is required comes first, in the model's order; the files have the order of the alphabet.
    for (int i = 0; i < shape.requiredCount(); i++) {
      Member member = shape.member(shape.requiredIndex(i));
      Object content = map.get(member.name());
      Value value = content == null ? null : of(content, member);
      if (value != null) {
        entries.put(member.name(), value);
      } else if (content != null || member.traits().get("idempotencyToken") == null) {
        return null;
      }
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Member member = shape.member(String.valueOf(entry.getKey()));
      Value value = member == null ? null : of(entry.getValue(), member);
      if (member == null || value == null) {
        return null;
      }
      // An empty token of a page is the first page.
      boolean isEmptyToken = member.name().endsWith("Token") && value.equals(new Value.Text(""));
      if (!isEmptyToken) {
        entries.putIfAbsent(member.name(), value);
      }
    }
    return new Value.Entries(entries);
  }

  private @Nullable Value list(@Nullable Object json, Member element) {
    if (!(json instanceof List<?> list)) {
      return null;
    }
    List<Value> items = new ArrayList<>();
    for (Object each : list) {
      Value value = of(each, element);
      if (value == null) {
        return null;
      }
      items.add(value);
    }
    return new Value.Items(items);
  }

  private @Nullable Value map(@Nullable Object json, Member values) {
    if (!(json instanceof Map<?, ?> map)) {
      return null;
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Value value = of(entry.getValue(), values);
      if (value == null) {
        return null;
      }
      entries.put(String.valueOf(entry.getKey()), value);
    }
    return new Value.Entries(entries);
  }

  private static @Nullable Value number(@Nullable Object json, Shape shape) {
    String digits = String.valueOf(json);
    if (!(json instanceof Number) && !digits.matches("-?[0-9]{1,18}(\\.[0-9]+)?")) {
      return null;
    }
    BigDecimal number = new BigDecimal(digits);
    return switch (shape.type()) {
      case FLOAT, DOUBLE, BIG_DECIMAL ->
          new Value.Numeral(
              number.scale() > 0 ? number.toPlainString() : number.toPlainString() + ".0", false);
      default ->
          number.stripTrailingZeros().scale() > 0
              ? null
              : new Value.Numeral(
                  number.toBigInteger().toString(), number.abs().compareTo(INT_MAX) > 0);
    };
  }

  private static @Nullable Value flag(@Nullable Object json) {
    if (json instanceof Boolean flag) {
      return new Value.Flag(flag);
    }
    return "true".equals(json) || "false".equals(json) ? new Value.Flag("true".equals(json)) : null;
  }

  private static @Nullable Value time(@Nullable Object json) {
    if (json instanceof Number number) {
      return new Value.Time(Instant.ofEpochSecond(number.longValue()).toString());
    }
    String text = String.valueOf(json);
    try {
      return new Value.Time(
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC).toString()
              : OffsetDateTime.parse(text).toInstant().toString());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Value blob(@Nullable Object json, Member member) {
    if (!(json instanceof String text)) {
      return null;
    }
    boolean streaming = Readings.isStream(member);
    if (text.startsWith("fileb://") || text.startsWith("file://")) {
      return new Value.File(text.substring(text.lastIndexOf('/') + 1), streaming);
    }
    return streaming
        ? new Value.File(text.matches("[\\w.-]+") ? text : "file.txt", true)
        : new Value.Bytes(text);
  }

  /** Returns any JSON value as it is. */
  static Value document(@Nullable Object json) {
    if (json instanceof Map<?, ?> map) {
      Map<String, Value> entries = new LinkedHashMap<>();
      map.forEach((name, value) -> entries.put(String.valueOf(name), document(value)));
      return new Value.Entries(entries);
    } else if (json instanceof List<?> list) {
      List<Value> items = new ArrayList<>();
      list.forEach(each -> items.add(document(each)));
      return new Value.Items(items);
    } else if (json instanceof Number number) {
      return new Value.Numeral(number.toString(), false);
    } else if (json instanceof Boolean flag) {
      return new Value.Flag(flag);
    }
    return json == null ? new Value.Nothing() : new Value.Text(String.valueOf(json));
  }
}
