/** boto4j-local beside other programs that emulate DynamoDB. */
@NullMarked
package io.boto4j.benchmarks.local;

import org.jspecify.annotations.NullMarked;
