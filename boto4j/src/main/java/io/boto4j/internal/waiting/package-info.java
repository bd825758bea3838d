/**
 * The definitions of waiters, from {@code waiters-2.json}, and how responses are checked against
 * them.
 *
 * <p>Floor 1, internal.
 */
@NullMarked
package io.boto4j.internal.waiting;

import org.jspecify.annotations.NullMarked;
