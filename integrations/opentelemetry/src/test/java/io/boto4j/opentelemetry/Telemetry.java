package io.boto4j.opentelemetry;

import io.boto4j.Session;
import io.boto4j.local.LocalAws;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** An OpenTelemetry SDK that keeps what it receives in memory. */
final class Telemetry implements AutoCloseable {
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
  private final OpenTelemetrySdk sdk;

  private Telemetry(TextMapPropagator propagator, Sampler sampler) {
    sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(sampler)
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(metrics).build())
            .setPropagators(ContextPropagators.create(propagator))
            .build();
  }

  static Telemetry create() {
    return with(W3CTraceContextPropagator.getInstance());
  }

  static Telemetry with(TextMapPropagator propagator) {
    return new Telemetry(propagator, Sampler.alwaysOn());
  }

  static Telemetry with(Sampler sampler) {
    return new Telemetry(W3CTraceContextPropagator.getInstance(), sampler);
  }

  OpenTelemetrySdk sdk() {
    return sdk;
  }

  /** Returns a session whose calls are observed, and which does not wait between attempts. */
  Session session(LocalAws aws) {
    return session(aws, builder -> builder);
  }

  Session session(LocalAws aws, UnaryOperator<OpenTelemetryInterceptor.Builder> settings) {
    return aws.sessionBuilder().sleeper(pause -> {}).interceptor(interceptor(settings)).build();
  }

  OpenTelemetryInterceptor interceptor(UnaryOperator<OpenTelemetryInterceptor.Builder> settings) {
    return settings.apply(OpenTelemetryInterceptor.builder(sdk)).build();
  }

  /** Returns the finished spans, in the order of their ends. */
  List<SpanData> spans() {
    return spans.getFinishedSpanItems();
  }

  SpanData onlySpan() {
    List<SpanData> all = spans();
    if (all.size() != 1) {
      throw new AssertionError("Not one span: " + all);
    }
    return all.get(0);
  }

  SpanData span(String name) {
    return spans().stream().filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
  }

  /** Runs a task within a span, and returns the span. */
  Span within(Runnable task) {
    Span span = sdk.getTracer("test").spanBuilder("parent").startSpan();
    Context.current().with(span).wrap(task).run();
    span.end();
    return span;
  }

  /** Forgets the spans so far. */
  void reset() {
    spans.reset();
  }

  Collection<MetricData> metrics() {
    return metrics.collectAllMetrics();
  }

  MetricData metric(String name) {
    return metrics().stream().filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
  }

  /** Returns the attributes of a span, by name. */
  static Map<String, Object> attributes(SpanData span) {
    Map<String, Object> byName = new TreeMap<>();
    span.getAttributes().forEach((key, value) -> byName.put(key.getKey(), value));
    return byName;
  }

  @Override
  public void close() {
    sdk.close();
  }
}
