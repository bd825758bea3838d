package io.boto4j.opentelemetry.docs;

import io.boto4j.Session;
import io.boto4j.opentelemetry.OpenTelemetryInterceptor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.logging.LoggingSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** Lists the tables of an account, and prints the span of the call. */
final class Traced {
  private Traced() {}

  public static void main(String[] args) {
    try (OpenTelemetrySdk openTelemetry = printing()) {
      listTables(Session.builder(), openTelemetry);
    }
  }

  static void listTables(Session.Builder builder, OpenTelemetry openTelemetry) {
    Session session = builder.interceptor(OpenTelemetryInterceptor.create(openTelemetry)).build();
    System.out.println(session.client("dynamodb").call("ListTables").list("TableNames"));
  }

  static OpenTelemetrySdk printing() {
    return OpenTelemetrySdk.builder()
        .setTracerProvider(
            SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(LoggingSpanExporter.create()))
                .build())
        .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
        .build();
  }
}
