/**
 * Whether a failed attempt at a call is worth another, and when: the retry modes, their backoff and
 * the quota of each client.
 *
 * <p>Floor 1, internal (not exported): imports {@code io.boto4j.error} and {@code io.boto4j.http}
 * only. Public here means used by other packages of this module. Nothing here is loaded before an
 * attempt fails, but in the mode {@code adaptive}.
 */
@NullMarked
package io.boto4j.internal.retry;

import org.jspecify.annotations.NullMarked;
