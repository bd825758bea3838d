/**
 * Interceptors that observe the calls of all clients, for applications that have {@code
 * boto4j-micrometer} or {@code boto4j-opentelemetry}. Internal.
 */
@NullMarked
package io.boto4j.spring.internal.observed;

import org.jspecify.annotations.NullMarked;
