/**
 * Compares whole processes: starts each contestant in a fresh process, in turn, against one local
 * server, and prints medians.
 */
@NullMarked
package io.boto4j.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;
