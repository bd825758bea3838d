/** The cost of observing calls: interceptors of OpenTelemetry and Micrometer, without a network. */
@NullMarked
package io.boto4j.benchmarks.observed;

import org.jspecify.annotations.NullMarked;
