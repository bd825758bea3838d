package io.boto4j.opentelemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Spans for the messages that a program receives from SQS, connected with the spans of those who
 * sent them.
 *
 * <pre>{@code
 * MessageTracing tracing = MessageTracing.of(openTelemetry);
 * for (Structure message : sqs.call("ReceiveMessage", input).structures("Messages")) {
 *   tracing.process(queueUrl, message, m -> handle(m.text("Body")));
 * }
 * }</pre>
 *
 * <p>The context comes from the attributes of the message. Messages of SNS have them in their body,
 * unless the subscription delivers them raw. If there are none, the system attribute {@code
 * AWSTraceHeader} is used, which must be requested. Immutable, and safe for use by multiple
 * threads.
 */
public final class MessageTracing {
  private final Tracer tracer;
  private final TextMapPropagator propagator;
  private final boolean parents;

  private MessageTracing(Tracer tracer, TextMapPropagator propagator, boolean parents) {
    this.tracer = tracer;
    this.propagator = propagator;
    this.parents = parents;
  }

  /**
   * Creates an instance whose spans are linked to those of the senders, as the conventions
   * recommend: the consumer may have a trace of its own.
   *
   * @param openTelemetry receives the spans, and has the propagators
   * @return a new instance
   */
  public static MessageTracing of(OpenTelemetry openTelemetry) {
    Objects.requireNonNull(openTelemetry, "openTelemetry");
    return new MessageTracing(
        openTelemetry.getTracer(OpenTelemetryInterceptor.SCOPE),
        openTelemetry.getPropagators().getTextMapPropagator(),
        /* parents= */ false);
  }

  /**
   * Returns an instance whose spans are also children of those of the senders, so that sender and
   * consumer are in one trace.
   *
   * @return a new instance
   */
  public MessageTracing withParents() {
    return new MessageTracing(tracer, propagator, /* parents= */ true);
  }

  /**
   * Returns the context in a message.
   *
   * @param message a message of {@code ReceiveMessage}
   * @return the context of the sender; the root context if the message has none
   */
  public Context contextOf(Map<String, ?> message) {
    return ReceivedMessage.context(propagator, message);
  }

  /**
   * Runs a task that processes a message within a span, which is current meanwhile.
   *
   * @param queueUrl the URL of the queue
   * @param message a message of {@code ReceiveMessage}
   * @param task the task; if it throws, the span has an error, and the exception is thrown on
   * @param <M> the type of the message, such as {@code Structure}
   */
  public <M extends Map<String, ?>> void process(
      String queueUrl, M message, Consumer<? super M> task) {
    Span span = spanBuilder(queueUrl, message).startSpan();
    try {
      Context.current().with(span).wrap(() -> task.accept(message)).run();
    } catch (RuntimeException | Error e) {
      span.setStatus(StatusCode.ERROR);
      span.setAttribute(Keys.ERROR_TYPE, ErrorType.of(e));
      throw e;
    } finally {
      span.end();
    }
  }

  /**
   * Returns a builder of the span for processing a message, for programs that start and end it
   * themselves.
   *
   * @param queueUrl the URL of the queue
   * @param message a message of {@code ReceiveMessage}
   * @return a builder with name, kind, attributes, and link or parent
   */
  public SpanBuilder spanBuilder(String queueUrl, Map<String, ?> message) {
    String queue = SqsConvention.queueName(Objects.requireNonNull(queueUrl, "queueUrl"));
    SpanBuilder span =
        tracer
            .spanBuilder("process " + queue)
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute(Keys.MESSAGING_SYSTEM, SqsConvention.SYSTEM)
            .setAttribute(Keys.MESSAGING_OPERATION_TYPE, "process")
            .setAttribute(Keys.MESSAGING_OPERATION_NAME, "process")
            .setAttribute(Keys.MESSAGING_DESTINATION, queue)
            .setAttribute(Keys.SQS_QUEUE_URL, queueUrl);
    String id = Values.text(message.get("MessageId"));
    if (id != null) {
      span.setAttribute(Keys.MESSAGING_MESSAGE_ID, id);
    }
    Context sender = contextOf(message);
    SpanContext context = Span.fromContext(sender).getSpanContext();
    if (context.isValid()) {
      span.addLink(context);
      if (parents) {
        span.setParent(sender);
      }
    }
    return span;
  }
}
