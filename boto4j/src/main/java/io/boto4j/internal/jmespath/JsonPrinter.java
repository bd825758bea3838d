package io.boto4j.internal.jmespath;

import io.boto4j.model.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values for {@code to_string}: compact JSON in ASCII. Bytes are written in Base64; other
 * types that JSON does not have, such as instants, as their Java text in quotes.
 */
final class JsonPrinter {
  private final JsonWriter out = new JsonWriter();
  private final Evaluation run;

  private JsonPrinter(Evaluation run) {
    this.run = run;
  }

  static String of(@Nullable Object value, Evaluation run) {
    JsonPrinter text = new JsonPrinter(run);
    text.write(value, 0);
    return new String(text.out.buffer(), 0, text.out.length(), StandardCharsets.US_ASCII);
  }

  private void write(@Nullable Object value, int depth) {
    run.enter(depth);
    List<?> list = Values.list(value);
    if (value instanceof Map<?, ?> map) {
      object(map, depth);
    } else if (list != null) {
      out.beginArray();
      for (Object element : list) {
        write(element, depth + 1);
      }
      out.endArray();
    } else {
      scalar(value);
    }
  }

  private void object(Map<?, ?> map, int depth) {
    out.beginObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = String.valueOf(entry.getKey());
      run.makeText(name.length());
      out.name(name);
      write(entry.getValue(), depth + 1);
    }
    out.endObject();
  }

  private void scalar(@Nullable Object value) {
    if (value == null || value instanceof Boolean) {
      out.value(value);
    } else if (value instanceof byte[] bytes) {
      run.makeText(bytes.length);
      out.base64(bytes, 0, bytes.length);
    } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      out.value(number);
    } else {
      // Numbers that JSON does not have, too: Python writes NaN without quotes, which is invalid
      // JSON.
      String text = value.toString();
      run.makeText(text.length());
      out.value(text);
    }
  }
}
