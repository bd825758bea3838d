/** The program of the runnable jar. */
@NullMarked
package io.boto4j.reference.main;

import org.jspecify.annotations.NullMarked;
