/**
 * Text for people about operations, and examples of their input, made from the model.
 *
 * <p>Floor 1, internal.
 */
@NullMarked
package io.boto4j.internal.help;

import org.jspecify.annotations.NullMarked;
