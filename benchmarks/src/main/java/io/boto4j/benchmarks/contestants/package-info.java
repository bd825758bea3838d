/**
 * Programs that each ask DynamoDB for one item and print one attribute of it: the same task done by
 * boto4j, by others, and by hand. {@code main(ENDPOINT_URL)}.
 */
@NullMarked
package io.boto4j.benchmarks.contestants;

import org.jspecify.annotations.NullMarked;
