/** Internal: the sources of chosen operations, as an annotation processor and as text. */
@NullMarked
package io.boto4j.typed.generate;

import org.jspecify.annotations.NullMarked;
