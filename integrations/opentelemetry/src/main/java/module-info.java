/**
 * Traces and metrics of OpenTelemetry for calls to AWS, and trace context in messages.
 *
 * <p>{@link io.boto4j.opentelemetry.OpenTelemetryInterceptor} is added to a session; {@link
 * io.boto4j.opentelemetry.MessageTracing} continues traces in a consumer of messages.
 */
// OpenTelemetry's jars have module names in their manifests, and no module-info.class.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.boto4j.opentelemetry {
  requires static org.jspecify;
  requires transitive io.boto4j;
  requires transitive io.opentelemetry.api;
  requires transitive io.opentelemetry.context;
  requires io.opentelemetry.common;

  exports io.boto4j.opentelemetry;
}
