/**
 * The programs of {@code io.boto4j.examples.boto3} with generated types, which are in a package per
 * service. Each prints the same as its namesake.
 *
 * <p>They are not null-marked, because the code of most users is not.
 */
@NullUnmarked
package io.boto4j.examples.generated;

import org.jspecify.annotations.NullUnmarked;
