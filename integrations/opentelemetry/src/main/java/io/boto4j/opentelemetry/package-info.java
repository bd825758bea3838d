/**
 * Traces and metrics of OpenTelemetry for calls to AWS, by the semantic conventions.
 *
 * <p>Public API: {@link io.boto4j.opentelemetry.OpenTelemetryInterceptor} for the calls, {@link
 * io.boto4j.opentelemetry.MessageTracing} for the consumers of messages. Nothing is static and
 * mutable: the program passes its {@code OpenTelemetry}.
 */
@NullMarked
package io.boto4j.opentelemetry;

import org.jspecify.annotations.NullMarked;
