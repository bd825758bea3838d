/**
 * The parts that all comparisons share: the machine and its programs, clean child processes, class
 * paths, medians and tables.
 */
@NullMarked
package io.boto4j.benchmarks.run;

import org.jspecify.annotations.NullMarked;
