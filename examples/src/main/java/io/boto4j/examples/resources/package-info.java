/**
 * Programs with resources, each next to its Python in {@code src/main/python/resources}: both print
 * the same. Each class is a whole program.
 *
 * <p>They are not null-marked, because the code of most users is not.
 */
@NullUnmarked
package io.boto4j.examples.resources;

import org.jspecify.annotations.NullUnmarked;
