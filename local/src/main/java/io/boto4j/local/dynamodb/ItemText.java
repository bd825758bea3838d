package io.boto4j.local.dynamodb;

import io.boto4j.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items in DynamoDB JSON, as exports and imports have them: binary values are in base 64. */
final class ItemText {
  private ItemText() {}

  static String write(Map<String, ?> item) {
    return Json.write(Map.of("Item", plain(item)));
  }

  private static Object plain(Object value) {
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((name, each) -> copy.put(String.valueOf(name), plain(each)));
      return copy;
    }
    return value instanceof List<?> list ? list.stream().map(ItemText::plain).toList() : value;
  }

  /**
   * Reads an item.
   *
   * @param document a JSON object with the member {@code Item}
   * @return the item as operations take it
   * @throws IllegalArgumentException if the document is not such an object
   */
  static Map<String, Object> read(String document) {
    if (Json.read(document) instanceof Map<?, ?> map && map.get("Item") instanceof Map<?, ?> item) {
      return attributes(item);
    }
    throw new IllegalArgumentException("The document has no Item");
  }

  private static Map<String, Object> attributes(Map<?, ?> item) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    item.forEach((name, value) -> attributes.put(String.valueOf(name), value(value)));
    return attributes;
  }

  private static Object value(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> typed) || typed.size() != 1) {
      throw new IllegalArgumentException("Not a value with its type: " + value);
    }
    Map.Entry<?, ?> only = typed.entrySet().iterator().next();
    String type = String.valueOf(only.getKey());
    Object content = only.getValue();
    Object read =
        switch (type) {
          case "B" -> Base64.getDecoder().decode(String.valueOf(content));
          case "BS" ->
              list(content).stream()
                  .map(each -> Base64.getDecoder().decode(String.valueOf(each)))
                  .toList();
          case "L" -> list(content).stream().map(ItemText::value).toList();
          case "M" -> attributes(content instanceof Map<?, ?> map ? map : Map.of());
          default -> content == null ? "" : content;
        };
    return Map.of(type, read);
  }

  private static List<?> list(@Nullable Object content) {
    return content instanceof List<?> list ? list : List.of();
  }

  /**
   * Splits a text into its JSON objects, which need nothing between them.
   *
   * @param text the content of a file
   * @return the objects; what follows the last complete one is the last
   */
  static List<String> documents(String text) {
    List<String> documents = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        } else if (c == '"') {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        documents.add(text.substring(start, i + 1));
        start = i + 1;
      }
    }
    if (!text.substring(start).isBlank()) {
      documents.add(text.substring(start));
    }
    return documents;
  }
}
