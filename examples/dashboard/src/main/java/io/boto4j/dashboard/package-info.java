/** A dashboard on boto4j: the command, its settings, and what the program is made of. */
@NullMarked
package io.boto4j.dashboard;

import org.jspecify.annotations.NullMarked;
