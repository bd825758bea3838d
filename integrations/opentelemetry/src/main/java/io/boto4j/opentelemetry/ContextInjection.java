package io.boto4j.opentelemetry;

import io.boto4j.CallContext;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds the context of a call to what it sends, in the places that the services have for that. What
 * the user set is never changed, and a place that does not have the expected type is left alone.
 */
final class ContextInjection {
  private static final String ENTRIES = "Entries";
  private static final String TRACE_HEADER = "TraceHeader";

  private final TextMapPropagator propagator;

  ContextInjection(TextMapPropagator propagator) {
    this.propagator = propagator;
  }

  /** Whether a service has a place for the context in the input of one of its operations. */
  static boolean concerns(String serviceId) {
    return switch (serviceId) {
      case "SQS", "SNS", "Lambda", "EventBridge" -> true;
      default -> false;
    };
  }

  /** Returns the input with the context, or the input itself if there is no place for it. */
  Map<String, ?> into(CallContext call, Map<String, ?> input, Context context) {
    return switch (call.operation()) {
      case "SendMessage" -> MessageAttributes.into(input, fields(context));
      case "SendMessageBatch" ->
          eachOf(input, ENTRIES, entry -> MessageAttributes.into(entry, fields(context)));
      case "ReceiveMessage" -> MessageAttributes.requested(input, propagator.fields());
      case "Publish" ->
          // An SMS has no place for attributes other than its own.
          input.containsKey("PhoneNumber") ? input : MessageAttributes.into(input, fields(context));
      case "PublishBatch" ->
          eachOf(
              input,
              "PublishBatchRequestEntries",
              entry -> MessageAttributes.into(entry, fields(context)));
      case "Invoke" -> ClientContext.into(input, fields(context));
      case "PutEvents" -> eachOf(input, ENTRIES, entry -> withTraceHeader(entry, context));
      default -> input;
    };
  }

  /** Returns what the propagator writes, in its order. */
  private Map<String, String> fields(Context context) {
    Map<String, String> fields = new LinkedHashMap<>();
    propagator.inject(context, fields, ContextInjection::put);
    return fields;
  }

  private static void put(@Nullable Map<String, String> fields, String name, String value) {
    if (fields != null && !value.isEmpty()) {
      fields.put(name, value);
    }
  }

  /** EventBridge accepts the format of X-Ray only, whatever the propagator writes. */
  private static Map<String, ?> withTraceHeader(Map<String, ?> entry, Context context) {
    SpanContext span = Span.fromContext(context).getSpanContext();
    return entry.containsKey(TRACE_HEADER) || !span.isValid()
        ? entry
        : with(entry, TRACE_HEADER, XRayHeader.of(span));
  }

  /** Returns a copy of a map with one entry set. */
  static Map<String, ?> with(Map<String, ?> map, String name, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(map);
    copy.put(name, value);
    return copy;
  }

  /** A change of one entry of a batch. */
  private interface Change {
    Map<String, ?> of(Map<String, ?> entry);
  }

  private static Map<String, ?> eachOf(Map<String, ?> input, String member, Change change) {
    if (!(input.get(member) instanceof Collection<?> entries)) {
      return input;
    }
    List<@Nullable Object> changed = new ArrayList<>(entries.size());
    for (Object entry : entries) {
      changed.add(entry instanceof Map<?, ?> map ? change.of(byName(map)) : entry);
    }
    return with(input, member, changed);
  }

  @SuppressWarnings("unchecked") // the call reports a key that is not a string
  static Map<String, ?> byName(Map<?, ?> map) {
    return (Map<String, ?>) map;
  }
}
