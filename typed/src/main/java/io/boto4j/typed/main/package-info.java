/** Internal: the command of the runnable jar. */
@NullMarked
package io.boto4j.typed.main;

import org.jspecify.annotations.NullMarked;
