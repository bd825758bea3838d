/** Internal: the description of an annotated interface, and its check against the models. */
@NullMarked
package io.boto4j.typed.contract;

import org.jspecify.annotations.NullMarked;
