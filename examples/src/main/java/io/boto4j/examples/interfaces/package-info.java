/**
 * The programs of {@code io.boto4j.examples.boto3} with interfaces and records of their own. Each
 * prints the same as its namesake.
 *
 * <p>They are not null-marked, because the code of most users is not.
 */
@NullUnmarked
package io.boto4j.examples.interfaces;

import org.jspecify.annotations.NullUnmarked;
