/** Compares boto4j and AWS SDK 2.x in JMH benchmarks: whole calls, endpoints, signing. */
@NullMarked
package io.boto4j.benchmarks.versus;

import org.jspecify.annotations.NullMarked;
