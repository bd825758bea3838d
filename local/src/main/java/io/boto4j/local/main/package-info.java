/** The program of the runnable jar. */
@NullMarked
package io.boto4j.local.main;

import org.jspecify.annotations.NullMarked;
