package io.boto4j.opentelemetry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of messages of SQS and SNS, as the carrier of a context. */
final class MessageAttributes {
  /** The most attributes that SQS accepts, and that SNS delivers to SQS. */
  private static final int MOST = 10;

  private static final String MEMBER = "MessageAttributes";
  private static final String REQUESTED = "MessageAttributeNames";

  private MessageAttributes() {}

  /**
   * Returns a message with a context, as much of it as fits. A message that has one of its names is
   * returned as it is: half of one context with half of another would be neither.
   */
  static Map<String, ?> into(Map<String, ?> message, Map<String, String> fields) {
    Object present = message.get(MEMBER);
    if (fields.isEmpty() || (present != null && !(present instanceof Map<?, ?>))) {
      return message;
    }
    Map<String, ?> own = ContextInjection.byName(Values.map(present));
    for (String name : fields.keySet()) {
      if (own.containsKey(name)) {
        return message;
      }
    }
    Map<String, Object> all = new LinkedHashMap<>(own);
    for (Map.Entry<String, String> field : fields.entrySet()) {
      if (all.size() < MOST) {
        all.put(field.getKey(), Map.of("DataType", "String", "StringValue", field.getValue()));
      }
    }
    return all.size() == own.size() ? message : ContextInjection.with(message, MEMBER, all);
  }

  /** Returns the input of ReceiveMessage that asks for the names too, unless it asks for all. */
  static Map<String, ?> requested(Map<String, ?> input, Collection<String> names) {
    Object present = input.get(REQUESTED);
    if (names.isEmpty() || (present != null && !(present instanceof Collection<?>))) {
      return input;
    }
    List<@Nullable Object> all = new ArrayList<>();
    if (present instanceof Collection<?> own) {
      all.addAll(own);
    }
    if (all.contains("All") || all.contains(".*")) {
      return input;
    }
    for (String name : names) {
      if (!all.contains(name)) {
        all.add(name);
      }
    }
    return ContextInjection.with(input, REQUESTED, all);
  }
}
