package io.boto4j.opentelemetry;

import io.boto4j.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The client context of Lambda's Invoke, JSON in Base64 that a function reads from its context: its
 * {@code custom} object carries the context. Lambda passes it on for synchronous calls only.
 */
final class ClientContext {
  /** The longest Base64 text that Lambda accepts. */
  private static final int LONGEST = 3583;

  private static final String MEMBER = "ClientContext";
  private static final String CUSTOM = "custom";

  private ClientContext() {}

  /** Returns the input with the fields, unless it is asynchronous or they do not fit. */
  static Map<String, ?> into(Map<String, ?> input, Map<String, String> fields) {
    String type = Values.text(input.get("InvocationType"));
    if (fields.isEmpty() || (type != null && !type.equals("RequestResponse"))) {
      return input;
    }
    Map<?, ?> present = decode(input.get(MEMBER));
    if (present == null) {
      return input;
    }
    Map<Object, Object> custom = new LinkedHashMap<>(Values.map(present.get(CUSTOM)));
    for (String name : fields.keySet()) {
      if (custom.containsKey(name)) {
        return input;
      }
    }
    custom.putAll(fields);
    Map<Object, Object> all = new LinkedHashMap<>(present);
    all.put(CUSTOM, custom);
    String encoded =
        Base64.getEncoder().encodeToString(Json.write(all).getBytes(StandardCharsets.UTF_8));
    return encoded.length() > LONGEST ? input : ContextInjection.with(input, MEMBER, encoded);
  }

  /** Returns the client context of the user; empty if there is none, null if it is not JSON. */
  private static @Nullable Map<?, ?> decode(@Nullable Object value) {
    if (value == null) {
      return Map.of();
    }
    try {
      byte[] json = Base64.getDecoder().decode(String.valueOf(value));
      return Json.read(new String(json, StandardCharsets.UTF_8)) instanceof Map<?, ?> map
          ? map
          : null;
    } catch (IllegalArgumentException e) {
      return null; // the user's own format
    }
  }
}
