/**
 * boto4j and AWS SDK 2.x at the same work in one process (JMH): whole calls, endpoints, signing.
 */
@NullMarked
package io.boto4j.benchmarks.versus;

import org.jspecify.annotations.NullMarked;
