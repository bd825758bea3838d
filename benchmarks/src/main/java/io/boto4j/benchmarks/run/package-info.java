/**
 * What every comparison needs: the machine and the programs on it, clean child processes, class
 * paths, medians and tables.
 */
@NullMarked
package io.boto4j.benchmarks.run;

import org.jspecify.annotations.NullMarked;
