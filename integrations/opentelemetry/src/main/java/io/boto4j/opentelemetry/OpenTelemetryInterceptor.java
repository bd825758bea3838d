package io.boto4j.opentelemetry;

import io.boto4j.Attempt;
import io.boto4j.CallContext;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.model.OperationModel;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An interceptor that reports calls to OpenTelemetry: a span for each call, by the semantic
 * conventions for AWS SDKs, the duration of calls as a metric, and the trace context in messages.
 *
 * <pre>{@code
 * Session session =
 *     Session.builder()
 *         .interceptor(OpenTelemetryInterceptor.create(openTelemetry))
 *         .build();
 * }</pre>
 *
 * <p>The span of a call is a child of the current span of the calling thread, also for {@code
 * callAsync}. It is current while the call is made, so that calls for credentials become its
 * children, and ends when the call returns, even if the body of the response is a stream that has
 * not been read.
 *
 * <p>Neither contents of items, messages and objects nor keys of objects, messages of errors, paths
 * and queries are recorded; {@link Builder#objectKeys} and {@link Builder#exceptionMessages} change
 * that for two of them. Safe for use by multiple threads. Nothing is global: the interceptor uses
 * the {@code OpenTelemetry} that it is given.
 */
public final class OpenTelemetryInterceptor implements Interceptor {
  static final String SCOPE = "io.boto4j";

  private final Tracer tracer;
  private final TextMapPropagator propagator;
  private final @Nullable CallMetrics metrics;
  private final @Nullable ContextInjection injection;
  private final boolean attemptSpans;
  private final boolean xrayHeader;
  private final boolean objectKeys;
  private final boolean exceptionMessages;
  private final boolean earlierRpcNames;

  /** The attribute of a call that has its spans: each interceptor has its own. */
  private final String key = SCOPE + ".opentelemetry." + System.identityHashCode(this);

  private final ConcurrentHashMap<Operation, OperationFacts> facts = new ConcurrentHashMap<>();

  /** The facts of an operation are created once in each region. */
  private record Operation(OperationModel model, String region) {}

  private OpenTelemetryInterceptor(Builder set) {
    tracer = set.openTelemetry.getTracer(SCOPE);
    propagator = set.openTelemetry.getPropagators().getTextMapPropagator();
    metrics = set.metrics ? new CallMetrics(set.openTelemetry) : null;
    injection = set.propagation ? new ContextInjection(propagator) : null;
    attemptSpans = set.attemptSpans;
    xrayHeader = set.xrayHeader == null ? writesXRay(propagator) : set.xrayHeader;
    objectKeys = set.objectKeys;
    exceptionMessages = set.exceptionMessages;
    earlierRpcNames = set.earlierRpcNames;
  }

  /**
   * Creates an interceptor with the defaults.
   *
   * @param openTelemetry receives spans and metrics, and has the propagators
   * @return a new interceptor
   */
  public static OpenTelemetryInterceptor create(OpenTelemetry openTelemetry) {
    return builder(openTelemetry).build();
  }

  /**
   * Returns a builder of interceptors.
   *
   * @param openTelemetry receives spans and metrics, and has the propagators
   * @return a new builder
   */
  public static Builder builder(OpenTelemetry openTelemetry) {
    return new Builder(openTelemetry);
  }

  private static boolean writesXRay(TextMapPropagator propagator) {
    for (String field : propagator.fields()) {
      if (field.equalsIgnoreCase(XRayHeader.NAME)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable CallSpan spanOf(CallContext call) {
    return (CallSpan) call.attributes().get(key);
  }

  @Override
  public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
    if (!call.isSent() || spanOf(call) != null) {
      return parameters;
    }
    CallSpan started = start(call, parameters);
    call.attributes().put(key, started);
    if (started.isRecording()) {
      started.facts().convention().request(call, parameters, started.span());
    }
    return injection == null || !ContextInjection.concerns(call.serviceId())
        ? parameters
        : injection.into(call, parameters, started.context());
  }

  private CallSpan start(CallContext call, Map<String, ?> parameters) {
    OperationFacts known =
        facts.computeIfAbsent(
            new Operation(call.model(), call.region()),
            operation ->
                OperationFacts.of(
                    call, Convention.of(call.serviceId(), objectKeys), earlierRpcNames));
    Context parent = Context.current();
    SpanBuilder span =
        tracer
            .spanBuilder(known.spanName())
            .setParent(parent)
            .setSpanKind(known.convention().kind(call.operation(), injection != null))
            .setAllAttributes(known.attributes());
    known.convention().start(call, parameters, span);
    return new CallSpan(known, span.startSpan(), parent);
  }

  @Override
  public HttpRequest beforeCall(CallContext call, HttpRequest request) {
    CallSpan span = xrayHeader ? spanOf(call) : null;
    SpanContext context = span == null ? SpanContext.getInvalid() : span.span().getSpanContext();
    return context.isValid()
        ? request.withHeader(
            XRayHeader.NAME, XRayHeader.of(context, request.headers().first(XRayHeader.NAME)))
        : request;
  }

  @Override
  public @Nullable HttpResponse beforeSend(CallContext call, HttpRequest request) {
    CallSpan span = spanOf(call);
    if (span != null && span.isRecording()) {
      span.send(request, attemptSpans ? tracer : null);
    }
    return null;
  }

  @Override
  public void attemptEnded(CallContext call, Attempt attempt) {
    CallSpan span = spanOf(call);
    if (span != null && span.attemptEnded(attempt) && metrics != null) {
      metrics.attempt(span.facts(), attempt, span.context());
    }
  }

  @Override
  public Response afterCall(CallContext call, Response response) {
    CallSpan span = spanOf(call);
    if (span != null && span.isRecording()) {
      span.metadata(response.metadata());
      span.facts().convention().response(call, response, span.span());
    }
    return response;
  }

  @Override
  public void callEnded(CallContext call, @Nullable Throwable failure) {
    CallSpan span = (CallSpan) call.attributes().remove(key);
    if (span != null) {
      long nanos = span.nanos();
      span.end(failure, exceptionMessages);
      if (metrics != null) {
        metrics.call(span.facts(), nanos, failure, span.context());
      }
    }
  }

  @Override
  public Runnable asyncTask(Runnable task) {
    Context current = Context.current();
    return current == Context.root() ? task : current.wrap(task);
  }

  /** A builder of interceptors. Not safe for use by multiple threads. */
  public static final class Builder {
    private final OpenTelemetry openTelemetry;
    private boolean attemptSpans;
    private boolean metrics = true;
    private boolean propagation = true;
    private @Nullable Boolean xrayHeader;
    private boolean objectKeys;
    private boolean exceptionMessages;
    private boolean earlierRpcNames;

    private Builder(OpenTelemetry openTelemetry) {
      this.openTelemetry = Objects.requireNonNull(openTelemetry, "openTelemetry");
    }

    /**
     * Sets whether each attempt has a span of its own, below that of the call.
     *
     * @param enabled true for a span per attempt; false unless set
     * @return this builder
     */
    public Builder attemptSpans(boolean enabled) {
      attemptSpans = enabled;
      return this;
    }

    /**
     * Sets whether metrics are recorded: the histogram {@code rpc.client.call.duration}, and the
     * counters {@code boto4j.client.attempts} and {@code boto4j.client.retries}.
     *
     * @param enabled true to record them, the default
     * @return this builder
     */
    public Builder metrics(boolean enabled) {
      metrics = enabled;
      return this;
    }

    /**
     * Sets whether the trace context is added to messages of SQS and SNS, to synchronous calls of
     * Lambda functions and to events of EventBridge, and requested with the messages of a queue.
     *
     * @param enabled true to add it, the default
     * @return this builder
     */
    public Builder propagation(boolean enabled) {
      propagation = enabled;
      return this;
    }

    /**
     * Sets whether requests have the header {@code X-Amzn-Trace-Id}, which some services pass on,
     * for example from SQS to a Lambda function.
     *
     * @param enabled true to send the header; unless set, it is sent if the propagators include
     *     that of X-Ray
     * @return this builder
     */
    public Builder xrayHeader(boolean enabled) {
      xrayHeader = enabled;
      return this;
    }

    /**
     * Sets whether keys of S3 objects are recorded: {@code aws.s3.key}, {@code aws.s3.copy_source}
     * and {@code aws.s3.delete}. They may contain personal data.
     *
     * @param enabled true to record them; false unless set
     * @return this builder
     */
    public Builder objectKeys(boolean enabled) {
      objectKeys = enabled;
      return this;
    }

    /**
     * Sets whether messages and stack traces of exceptions are recorded. The message of a service
     * may repeat values of the input.
     *
     * @param enabled true to record them; false unless set, which records the class alone
     * @return this builder
     */
    public Builder exceptionMessages(boolean enabled) {
      exceptionMessages = enabled;
      return this;
    }

    /**
     * Sets whether the earlier names {@code rpc.system} and {@code rpc.service} are used, with
     * {@code rpc.method} as the operation alone, in place of {@code rpc.system.name} and {@code
     * rpc.method} as service and operation. Some backends read only these.
     *
     * @param enabled true to use the earlier names; false unless set
     * @return this builder
     */
    public Builder earlierRpcNames(boolean enabled) {
      earlierRpcNames = enabled;
      return this;
    }

    /**
     * Returns an interceptor with these settings.
     *
     * @return a new interceptor
     */
    public OpenTelemetryInterceptor build() {
      return new OpenTelemetryInterceptor(this);
    }
  }
}
