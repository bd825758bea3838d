/**
 * What the answers handed to users are made of.
 *
 * <p>Floor 1, internal.
 */
@NullMarked
package io.boto4j.internal.value;

import org.jspecify.annotations.NullMarked;
