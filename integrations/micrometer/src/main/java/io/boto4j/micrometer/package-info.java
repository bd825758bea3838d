/**
 * Observations and meters of Micrometer for calls to AWS.
 *
 * <p>Public API: {@link io.boto4j.micrometer.ObservationInterceptor} with {@link
 * io.boto4j.micrometer.CallObservationConvention}, by which a program names things its own way, and
 * {@link io.boto4j.micrometer.MeterInterceptor}. Nothing is static and mutable: the program passes
 * its registry.
 */
@NullMarked
package io.boto4j.micrometer;

import org.jspecify.annotations.NullMarked;
