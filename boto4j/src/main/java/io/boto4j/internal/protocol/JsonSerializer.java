package io.boto4j.internal.protocol;

import io.boto4j.internal.text.Timestamps;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.JsonWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A serializer that writes input as JSON, in the caller's order.
 *
 * <p>If validation is off, input may not fit the model. That causes an IllegalArgumentException;
 * nothing is silently dropped.
 */
final class JsonSerializer {
  private final JsonWriter json;
  private final boolean milliseconds;

  /** Whether a response of a service is written, and not a request. */
  private final boolean ofService;

  /**
   * Creates a serializer of one document.
   *
   * @param milliseconds whether timestamps are written with milliseconds
   */
  JsonSerializer(JsonWriter json, boolean milliseconds) {
    this(json, milliseconds, /* ofService= */ false);
  }

  private JsonSerializer(JsonWriter json, boolean milliseconds, boolean ofService) {
    this.json = json;
    this.milliseconds = milliseconds;
    this.ofService = ofService;
  }

  /** Creates a serializer of one response of a service. */
  static JsonSerializer ofService(JsonWriter json) {
    return new JsonSerializer(json, /* milliseconds= */ true, /* ofService= */ true);
  }

  void structure(StructureShape shape, Map<?, ?> value) {
    json.beginObject();
    for (Map.Entry<?, ?> entry : value.entrySet()) {
      String name = String.valueOf(entry.getKey());
      Member member = shape.member(name);
      if (member == null) {
        throw InputValues.unknownMember(shape);
      }
      json.name(member.wireName());
      value(member, entry.getValue());
    }
    json.endObject();
  }

  void value(Member member, @Nullable Object value) {
    if (value == null) {
      json.nullValue();
      return;
    }
    Shape shape = member.shape();
    switch (shape.type()) {
      case STRUCTURE ->
          structure((StructureShape) shape, InputValues.fit(value, InputValues.map(value), shape));
      case LIST -> list((ListShape) shape, InputValues.fit(value, InputValues.list(value), shape));
      case MAP -> map((MapShape) shape, InputValues.fit(value, InputValues.map(value), shape));
      case STRING -> {
        String text = InputValues.text(value);
        // Checking here avoids loading another class.
        json.value(text == null ? JsonDocument.text(member, value) : text);
      }
      case BOOLEAN -> json.value((boolean) InputValues.fit(value, InputValues.bool(value), shape));
      case INTEGER, LONG, BIG_INTEGER ->
          json.value((Object) InputValues.fit(value, InputValues.whole(value), shape));
      case FLOAT, DOUBLE ->
          decimal(InputValues.fit(value, InputValues.number(value), shape), shape);
      case BIG_DECIMAL ->
          json.value((Object) InputValues.fit(value, InputValues.number(value), shape));
      case TIMESTAMP ->
          timestamp(member, InputValues.fit(value, InputValues.instant(value), shape));
      case BLOB -> blob(value);
      case DOCUMENT -> JsonDocument.write(json, value);
    }
  }

  private void list(ListShape shape, Collection<?> elements) {
    json.beginArray();
    for (Object element : elements) {
      value(shape.element(), element);
    }
    json.endArray();
  }

  private void map(MapShape shape, Map<?, ?> map) {
    json.beginObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.name(String.valueOf(entry.getKey()));
      value(shape.value(), entry.getValue());
    }
    json.endObject();
  }

  /** Writes a number. JSON has no form for NaN and the infinities; AWS accepts these strings. */
  private void decimal(Number number, Shape shape) {
    double value = number.doubleValue();
    if (Double.isNaN(value)) {
      json.value("NaN");
    } else if (Double.isInfinite(value) && (number instanceof Double || number instanceof Float)) {
      json.value(value > 0 ? "Infinity" : "-Infinity");
    } else if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("A number does not fit " + shape);
    } else if (number instanceof Float single) {
      json.value((float) single);
    } else if (number instanceof Integer || number instanceof Long) {
      json.value(number.longValue());
    } else {
      json.value(value);
    }
  }

  private void timestamp(Member member, Instant instant) {
    String format = member.textTrait("timestampFormat");
    if ("iso8601".equals(format)) {
      json.value(iso8601(instant));
    } else if ("rfc822".equals(format)) {
      json.value(Timestamps.rfc822(instant));
    } else if (milliseconds) {
      int millis = instant.getNano() / 1_000_000;
      json.value(instant.getEpochSecond() + millis / 1000.0);
    } else {
      json.value(Timestamps.epochSeconds(instant));
    }
  }

  private String iso8601(Instant instant) {
    if (ofService) {
      return Timestamps.iso8601OfServices(instant);
    }
    return milliseconds ? Timestamps.iso8601Millis(instant) : Timestamps.iso8601(instant);
  }

  private void blob(Object value) {
    byte[] bytes = InputValues.bytes(value);
    json.base64(bytes, 0, bytes.length);
  }
}
