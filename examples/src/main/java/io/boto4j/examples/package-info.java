/** The programs of the examples module. */
@NullMarked
package io.boto4j.examples;

import org.jspecify.annotations.NullMarked;
