package io.boto4j.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conversions of parameters to attributes. Parameters have not been validated yet: a value of
 * another type than the model's is ignored, and the call reports it.
 */
final class Values {
  private Values() {}

  /** Returns the text of a string or an enum constant, or null for anything else. */
  static @Nullable String text(@Nullable Object value) {
    if (value instanceof CharSequence || value instanceof Enum<?>) {
      return value.toString();
    }
    return null;
  }

  /** Returns the texts in a collection. */
  static List<String> texts(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof Collection<?> values) {
      for (Object each : values) {
        String text = text(each);
        if (text != null) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /** Returns a map, or an empty one in place of anything else. */
  static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  /** Returns the size of a collection, or 0 for anything else. */
  static int size(@Nullable Object value) {
    return value instanceof Collection<?> values ? values.size() : 0;
  }

  static void text(Span span, AttributeKey<String> key, @Nullable Object value) {
    String text = text(value);
    if (text != null) {
      span.setAttribute(key, text);
    }
  }

  static void texts(Span span, AttributeKey<List<String>> key, List<String> texts) {
    if (!texts.isEmpty()) {
      span.setAttribute(key, texts);
    }
  }

  static void number(Span span, AttributeKey<Long> key, @Nullable Object value) {
    if (value instanceof Number number) {
      span.setAttribute(key, number.longValue());
    }
  }

  static void real(Span span, AttributeKey<Double> key, @Nullable Object value) {
    if (value instanceof Number number) {
      span.setAttribute(key, number.doubleValue());
    }
  }

  static void bool(Span span, AttributeKey<Boolean> key, @Nullable Object value) {
    if (value instanceof Boolean bool) {
      span.setAttribute(key, bool);
    }
  }

  /** Returns the part of a text after the last separator, or the text if it has none. */
  static String lastPart(String text, char separator) {
    return text.substring(text.lastIndexOf(separator) + 1);
  }

  /** Returns a field of an ARN, counted from 0, or null if the text is not an ARN. */
  static @Nullable String arnField(String text, int index) {
    if (!text.startsWith("arn:")) {
      return null;
    }
    int start = 0;
    for (int i = 0; i < index; i++) {
      start = text.indexOf(':', start) + 1;
      if (start == 0) {
        return null;
      }
    }
    int end = text.indexOf(':', start);
    return text.substring(start, end < 0 ? text.length() : end);
  }
}
