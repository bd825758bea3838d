/**
 * What waiters wait for: the definitions of {@code waiters-2.json}, ready to be held against
 * answers.
 *
 * <p>Floor 1, internal.
 */
@NullMarked
package io.boto4j.internal.waiting;

import org.jspecify.annotations.NullMarked;
