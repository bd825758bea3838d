/**
 * The differences between two sets of models, in words.
 *
 * <p>Below the commands. Internal.
 */
@NullMarked
package io.boto4j.modelcompiler.change;

import org.jspecify.annotations.NullMarked;
