/**
 * Measures what types cost: the check of literal calls in the compiler, calls through interfaces
 * and generated code, and the size of generated code.
 */
@NullMarked
package io.boto4j.benchmarks.typed;

import org.jspecify.annotations.NullMarked;
