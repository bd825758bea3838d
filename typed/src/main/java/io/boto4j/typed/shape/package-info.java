/** Internal: whether Java types, at run time or in the compiler, fit the shapes of a model. */
@NullMarked
package io.boto4j.typed.shape;

import org.jspecify.annotations.NullMarked;
