/**
 * Descriptions of services and operations, and example input, generated from the model.
 *
 * <p>Floor 1, internal.
 */
@NullMarked
package io.boto4j.internal.help;

import org.jspecify.annotations.NullMarked;
