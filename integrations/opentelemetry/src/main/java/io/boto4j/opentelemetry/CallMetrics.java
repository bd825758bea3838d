package io.boto4j.opentelemetry;

import io.boto4j.Attempt;
import io.boto4j.Attempt.Decision;
import io.boto4j.http.ConnectionUse;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The instruments: the conventional duration of calls, and boto4j's own of attempts. */
final class CallMetrics {
  static final String DURATION = "rpc.client.call.duration";
  static final String ATTEMPTS = "boto4j.client.attempts";
  static final String RETRIES = "boto4j.client.retries";

  private static final AttributeKey<String> CONNECTION =
      AttributeKey.stringKey("boto4j.connection");

  /** The boundaries that the conventions recommend, in seconds. */
  private static final List<Double> BOUNDARIES =
      List.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0);

  private final DoubleHistogram duration;
  private final LongCounter attempts;
  private final LongCounter retries;

  CallMetrics(OpenTelemetry openTelemetry) {
    Meter meter = openTelemetry.getMeter(OpenTelemetryInterceptor.SCOPE);
    duration =
        meter
            .histogramBuilder(DURATION)
            .setUnit("s")
            .setDescription("Measures the duration of an outgoing Remote Procedure Call (RPC).")
            .setExplicitBucketBoundariesAdvice(BOUNDARIES)
            .build();
    attempts =
        meter
            .counterBuilder(ATTEMPTS)
            .setUnit("{attempt}")
            .setDescription("Counts the requests that calls sent, including retries.")
            .build();
    retries =
        meter
            .counterBuilder(RETRIES)
            .setUnit("{retry}")
            .setDescription("Counts the failed attempts that were followed by another one.")
            .build();
  }

  void call(OperationFacts facts, long nanos, @Nullable Throwable failure, Context context) {
    if (duration.isEnabled()) {
      String error = failure == null ? null : ErrorType.of(failure);
      duration.record(nanos / 1e9, with(facts, error), context);
    }
  }

  void attempt(OperationFacts facts, Attempt attempt, Context context) {
    String code = attempt.error();
    String error = code == null ? null : ErrorType.ofCode(code);
    if (attempts.isEnabled()) {
      attempts.add(1, ofAttempt(facts, attempt, error), context);
    }
    Decision decision = attempt.decision();
    if (decision == Decision.RETRIED || decision == Decision.CLOCK_CORRECTED) {
      retries.add(1, with(facts, error), context);
    }
  }

  private static Attributes ofAttempt(
      OperationFacts facts, Attempt attempt, @Nullable String error) {
    AttributesBuilder attributes = facts.attributes().toBuilder();
    if (attempt.connectionUse() != ConnectionUse.UNKNOWN) {
      attributes.put(CONNECTION, attempt.connectionUse().name().toLowerCase(Locale.ROOT));
    }
    if (error != null) {
      attributes.put(Keys.ERROR_TYPE, error);
    }
    return attributes.build();
  }

  private static Attributes with(OperationFacts facts, @Nullable String error) {
    return error == null
        ? facts.attributes()
        : facts.attributes().toBuilder().put(Keys.ERROR_TYPE, error).build();
  }
}
