package io.boto4j.opentelemetry;

import io.boto4j.Json;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places of a received message in which the context of its sender may be. */
final class ReceivedMessage {
  private static final String ATTRIBUTES = "MessageAttributes";
  private static final String SYSTEM_ATTRIBUTE = "AWSTraceHeader";

  private ReceivedMessage() {}

  /** Reads the attributes of a message, of SQS or SNS. */
  private static final class Attributes implements TextMapGetter<Map<?, ?>> {
    private final String member;

    /**
     * Creates a getter.
     *
     * @param member the member of an attribute that is its value
     */
    Attributes(String member) {
      this.member = member;
    }

    /** Deprecated in new versions of OpenTelemetry, and abstract in older ones. */
    @Override
    @SuppressWarnings("deprecation")
    public Iterable<String> keys(Map<?, ?> attributes) {
      return Values.texts(attributes.keySet());
    }

    @Override
    public @Nullable String get(@Nullable Map<?, ?> attributes, String name) {
      return attributes == null ? null : Values.text(Values.map(attributes.get(name)).get(member));
    }
  }

  static Context context(TextMapPropagator propagator, Map<String, ?> message) {
    Context context =
        propagator.extract(
            Context.root(), Values.map(message.get(ATTRIBUTES)), new Attributes("StringValue"));
    if (!isFound(context)) {
      context =
          propagator.extract(context, ofNotification(message.get("Body")), new Attributes("Value"));
    }
    SpanContext ofHeader =
        XRayHeader.parse(Values.text(Values.map(message.get("Attributes")).get(SYSTEM_ATTRIBUTE)));
    return !isFound(context) && ofHeader.isValid() ? context.with(Span.wrap(ofHeader)) : context;
  }

  private static boolean isFound(Context context) {
    return Span.fromContext(context).getSpanContext().isValid();
  }

  /** Returns the attributes in the body of a message of SNS, empty for any other body. */
  private static Map<?, ?> ofNotification(@Nullable Object body) {
    String text = Values.text(body);
    if (text == null || !text.startsWith("{") || !text.contains("\"Notification\"")) {
      return Map.of();
    }
    try {
      Map<?, ?> notification = Values.map(Json.read(text));
      return "Notification".equals(notification.get("Type"))
          ? Values.map(notification.get(ATTRIBUTES))
          : Map.of();
    } catch (IllegalArgumentException e) {
      return Map.of(); // some other text that begins with a brace
    }
  }
}
