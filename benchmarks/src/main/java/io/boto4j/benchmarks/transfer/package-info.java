/** Measures transfers of large objects, many small files and copies: {@code transfer.sh}. */
@NullMarked
package io.boto4j.benchmarks.transfer;

import org.jspecify.annotations.NullMarked;
