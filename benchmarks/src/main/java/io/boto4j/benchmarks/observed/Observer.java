package io.boto4j.benchmarks.observed;

import io.boto4j.Interceptor;
import io.boto4j.micrometer.MeterInterceptor;
import io.boto4j.micrometer.ObservationInterceptor;
import io.boto4j.opentelemetry.OpenTelemetryInterceptor;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The ways to observe calls that are compared. */
enum Observer {
  NONE("none"),
  EMPTY("an empty interceptor"),
  NOOP("OpenTelemetry, no-op"),
  ONE_PERCENT("OpenTelemetry, 1 % of spans"),
  ALL_SPANS("OpenTelemetry, all spans"),
  ALL_SPANS_AND_METRICS("OpenTelemetry, all spans, metrics"),
  ATTEMPTS("OpenTelemetry, all spans and attempts, metrics"),
  OBSERVATION("Micrometer, observation with a timer"),
  METERS("Micrometer, meters");

  private static final double SHARE = 0.01;

  private final String label;

  Observer(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Returns a new interceptor, or null for none. */
  @Nullable Interceptor create() {
    return switch (this) {
      case NONE -> null;
      case EMPTY -> new Interceptor() {};
      case NOOP -> OpenTelemetryInterceptor.create(OpenTelemetry.noop());
      case ONE_PERCENT -> spans(Sampler.traceIdRatioBased(SHARE)).metrics(false).build();
      case ALL_SPANS -> spans(Sampler.alwaysOn()).metrics(false).build();
      case ALL_SPANS_AND_METRICS -> spans(Sampler.alwaysOn()).build();
      case ATTEMPTS -> spans(Sampler.alwaysOn()).attemptSpans(true).build();
      case OBSERVATION -> ObservationInterceptor.create(observations());
      case METERS -> MeterInterceptor.create(new SimpleMeterRegistry());
    };
  }

  private static OpenTelemetryInterceptor.Builder spans(Sampler sampler) {
    return OpenTelemetryInterceptor.builder(
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(sampler)
                    .addSpanProcessor(BatchSpanProcessor.builder(new Discarding()).build())
                    .build())
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(new Silent()).build())
            .build());
  }

  private static ObservationRegistry observations() {
    ObservationRegistry registry = ObservationRegistry.create();
    registry
        .observationConfig()
        .observationHandler(new DefaultMeterObservationHandler(new SimpleMeterRegistry()));
    return registry;
  }

  /** Drops spans: what exporting costs depends on the exporter. */
  private static final class Discarding implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  /** Lets metrics be recorded, and never collects them. */
  private static final class Silent implements MetricReader {
    @Override
    public void register(CollectionRegistration registration) {}

    @Override
    public CompletableResultCode forceFlush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType type) {
      return AggregationTemporality.CUMULATIVE;
    }
  }
}
