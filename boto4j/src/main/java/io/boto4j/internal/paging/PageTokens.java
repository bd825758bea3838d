package io.boto4j.internal.paging;

import io.boto4j.error.PaginationException;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens with which an iteration is resumed: JSON in Base64, byte for byte as in boto3, so that
 * either library can continue where the other stopped.
 *
 * <p>A token may come from a web page and so be hostile. It can contain only the tokens of the
 * operation, and no other parameters.
 */
final class PageTokens {
  /** The number of items of the page that were already returned. */
  private static final String TRUNCATE_AMOUNT = "boto_truncate_amount";

  /** The paths of tokens that are bytes, a type that JSON does not have. */
  private static final String ENCODED_KEYS = "boto_encoded_keys";

  private PageTokens() {}

  /**
   * The start of an iteration.
   *
   * @param tokens the operation's tokens by parameter
   * @param skip the number of items of the first page that were already returned
   * @param cut whether the first page was already returned, in part or completely
   */
  record Start(Map<String, @Nullable Object> tokens, int skip, boolean cut) {}

  /**
   * Writes a token.
   *
   * @param tokens the operation's tokens by parameter
   * @param truncateAmount the number of items of the page that were already returned; negative if
   *     the page was not requested yet
   */
  static String encode(Map<String, @Nullable Object> tokens, int truncateAmount) {
    List<List<Object>> encodedKeys = new ArrayList<>();
    Map<String, @Nullable Object> token = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> entry : tokens.entrySet()) {
      List<Object> path = List.of(entry.getKey());
      token.put(entry.getKey(), withoutBytes(entry.getValue(), path, encodedKeys));
    }
    if (truncateAmount >= 0) {
      token.put(TRUNCATE_AMOUNT, truncateAmount);
    }
    if (!encodedKeys.isEmpty()) {
      token.put(ENCODED_KEYS, encodedKeys);
    }
    byte[] json = new JsonWriter().spaced().value(token).toByteArray();
    return Base64.getEncoder().encodeToString(json);
  }

  private static @Nullable Object withoutBytes(
      @Nullable Object value, List<Object> path, List<List<Object>> encodedKeys) {
    if (value instanceof byte[] bytes) {
      encodedKeys.add(path);
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        Object below = withoutBytes(entry.getValue(), below(path, entry.getKey()), encodedKeys);
        copy.put(entry.getKey(), below);
      }
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        copy.add(withoutBytes(list.get(i), below(path, i), encodedKeys));
      }
      return copy;
    }
    return value;
  }

  private static List<Object> below(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  /**
   * Reads a token in this form, in boto3's old form ({@code token___number}), or as it came from a
   * service.
   *
   * @throws PaginationException if the token has none of these forms
   */
  static Start decode(String token, List<String> inputTokens) {
    Map<String, @Nullable Object> decoded = json(token);
    if (decoded != null) {
      Object truncated = decoded.remove(TRUNCATE_AMOUNT);
      Object encodedKeys = decoded.remove(ENCODED_KEYS);
      if (inputTokens.containsAll(decoded.keySet())) {
        if (encodedKeys != null) {
          decodeBytes(decoded, encodedKeys, token);
        }
        return new Start(decoded, truncateAmount(truncated, token), truncated != null);
      }
      if (truncated != null || encodedKeys != null) {
        throw bad(token);
      }
    }
    return old(token, inputTokens);
  }

  /** Returns the JSON object in a token, or null if it contains something else. */
  @SuppressWarnings("unchecked") // the keys of JSON objects are text
  private static @Nullable Map<String, @Nullable Object> json(String token) {
    try {
      JsonReader reader = new JsonReader(Base64.getDecoder().decode(token));
      Object value = reader.readValue();
      reader.end();
      return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
    } catch (IllegalArgumentException | JsonException e) {
      return null;
    }
  }

  private static int truncateAmount(@Nullable Object value, String token) {
    if (value == null) {
      return 0;
    }
    if (value instanceof Integer amount && amount >= 0) {
      return amount;
    }
    throw bad(token);
  }

  private static void decodeBytes(Object token, Object encodedKeys, String text) {
    if (!(encodedKeys instanceof List<?> paths)) {
      throw bad(text);
    }
    for (Object path : paths) {
      if (!(path instanceof List<?> steps) || steps.isEmpty()) {
        throw bad(text);
      }
      Object container = token;
      for (int i = 0; i < steps.size() - 1; i++) {
        container = at(container, steps.get(i));
      }
      Object last = steps.get(steps.size() - 1);
      if (!(at(container, last) instanceof String encoded)) {
        throw bad(text);
      }
      put(container, last, bytes(encoded, text));
    }
  }

  private static @Nullable Object at(@Nullable Object container, @Nullable Object step) {
    if (container instanceof List<?> list) {
      return step instanceof Integer i && i >= 0 && i < list.size() ? list.get(i) : null;
    }
    return container instanceof Map<?, ?> map ? map.get(step) : null;
  }

  @SuppressWarnings("unchecked") // it was read from JSON, and accepts any value
  private static void put(@Nullable Object container, @Nullable Object step, byte[] value) {
    if (container instanceof List<?> list && step instanceof Integer index) {
      ((List<Object>) list).set(index, value);
    } else if (container instanceof Map<?, ?> map && step != null) {
      ((Map<Object, Object>) map).put(step, value);
    }
  }

  private static byte[] bytes(String encoded, String token) {
    try {
      return Base64.getDecoder().decode(encoded.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw bad(token);
    }
  }

  /** Reads boto3's old form: the tokens in order and then the number, separated by {@code ___}. */
  private static Start old(String token, List<String> inputTokens) {
    List<String> parts = parts(token);
    int skip = 0;
    boolean cut = false;
    if (parts.size() == inputTokens.size() + 1) {
      Integer amount = number(parts.get(parts.size() - 1));
      cut = amount != null;
      skip = amount == null ? 0 : amount;
      parts = amount == null ? List.of(token) : parts.subList(0, parts.size() - 1);
    }
    if (parts.size() > inputTokens.size()) {
      throw bad(token);
    }
    Map<String, @Nullable Object> tokens = new LinkedHashMap<>();
    for (int i = 0; i < inputTokens.size(); i++) {
      boolean none = i >= parts.size() || parts.get(i).equals("None");
      tokens.put(inputTokens.get(i), none ? null : parts.get(i));
    }
    return new Start(tokens, skip, cut);
  }

  private static List<String> parts(String token) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int at = token.indexOf("___"); at >= 0; at = token.indexOf("___", start)) {
      parts.add(token.substring(start, at));
      start = at + 3;
    }
    parts.add(token.substring(start));
    return parts;
  }

  private static @Nullable Integer number(String text) {
    try {
      int number = Integer.parseInt(text);
      return number < 0 ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static PaginationException bad(String token) {
    return new PaginationException("Bad starting token: " + Printable.of(token));
  }
}
