/** Internal: instances of annotated interfaces, whose methods are compiled to plans once. */
@NullMarked
package io.boto4j.typed.bind;

import org.jspecify.annotations.NullMarked;
