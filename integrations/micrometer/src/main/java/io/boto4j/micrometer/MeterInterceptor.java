package io.boto4j.micrometer;

import io.boto4j.Attempt;
import io.boto4j.Attempt.Decision;
import io.boto4j.CallContext;
import io.boto4j.Interceptor;
import io.boto4j.http.ConnectionUse;
import io.boto4j.micrometer.CallObservationDocumentation.LowCardinalityKeys;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An interceptor that records meters of calls, for programs without observations: the timer {@code
 * aws.client.calls}, and the counters {@code aws.client.attempts} and {@code aws.client.retries}.
 *
 * <pre>{@code
 * Session session =
 *     Session.builder().interceptor(MeterInterceptor.create(meterRegistry)).build();
 * }</pre>
 *
 * <p>Name and tags of the timer are those that {@link ObservationInterceptor} gives with the usual
 * handler for meters: use one of the two, or calls are counted twice. Safe for use by multiple
 * threads.
 */
public final class MeterInterceptor implements Interceptor {
  /** The tag that the usual handler of observations adds. */
  private static final String EXCEPTION = "error";

  private static final String CONNECTION = "aws.connection";

  private final MeterRegistry registry;
  private final MeterProvider<Timer> calls;
  private final MeterProvider<Counter> attempts;
  private final MeterProvider<Counter> retries;

  /** The attribute of a call that has its start: each interceptor has its own. */
  private final String key = "io.boto4j.meters." + System.identityHashCode(this);

  /** A call under way. */
  private static final class Open {
    private final long start;
    private int attempts;

    Open(long start) {
      this.start = start;
    }
  }

  private MeterInterceptor(MeterRegistry registry) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.calls =
        Timer.builder(MeterNames.CALLS)
            .description("The duration of calls to AWS, with all their attempts.")
            .withRegistry(registry);
    this.attempts =
        Counter.builder(MeterNames.ATTEMPTS)
            .description("The requests that calls sent, including retries.")
            .withRegistry(registry);
    this.retries =
        Counter.builder(MeterNames.RETRIES)
            .description("The failed attempts that were followed by another one.")
            .withRegistry(registry);
  }

  /**
   * Creates an interceptor.
   *
   * @param registry receives the meters
   * @return a new interceptor
   */
  public static MeterInterceptor create(MeterRegistry registry) {
    return new MeterInterceptor(registry);
  }

  @Override
  public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
    if (call.isSent()) {
      call.attributes().putIfAbsent(key, new Open(registry.config().clock().monotonicTime()));
    }
    return parameters;
  }

  @Override
  public void attemptEnded(CallContext call, Attempt attempt) {
    Open open = (Open) call.attributes().get(key);
    // The attempt was counted if the interceptor was added twice.
    if (open == null || attempt.number() <= open.attempts) {
      return;
    }
    open.attempts = attempt.number();
    Tags tags =
        tags(call).and(LowCardinalityKeys.ERROR.asString(), ErrorName.ofCode(attempt.error()));
    ConnectionUse use = attempt.connectionUse();
    attempts.withTags(tags.and(CONNECTION, use.name().toLowerCase(Locale.ROOT))).increment();
    Decision decision = attempt.decision();
    if (decision == Decision.RETRIED || decision == Decision.CLOCK_CORRECTED) {
      retries.withTags(tags).increment();
    }
  }

  @Override
  public void callEnded(CallContext call, @Nullable Throwable failure) {
    if (call.attributes().remove(key) instanceof Open open) {
      Tags tags =
          tags(call)
              .and(
                  LowCardinalityKeys.OUTCOME.asString(),
                  Outcome.of(failure).name(),
                  LowCardinalityKeys.ERROR.asString(),
                  ErrorName.of(failure),
                  EXCEPTION,
                  failure == null ? ErrorName.NONE : failure.getClass().getSimpleName());
      long nanos = registry.config().clock().monotonicTime() - open.start;
      calls.withTags(tags).record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  private static Tags tags(CallContext call) {
    return Tags.of(
        LowCardinalityKeys.SERVICE.asString(),
        call.serviceId(),
        LowCardinalityKeys.OPERATION.asString(),
        call.operation(),
        LowCardinalityKeys.REGION.asString(),
        call.region());
  }
}
