/** AWS inside the process or on a port, for tests and first steps. */
@NullMarked
package io.boto4j.local;

import org.jspecify.annotations.NullMarked;
