/**
 * Retries: which failed attempts are retried and when, by retry mode, backoff and the quota of the
 * client.
 *
 * <p>Floor 1, internal. Nothing of this package is loaded before an attempt fails, except in the
 * mode {@code adaptive}.
 */
@NullMarked
package io.boto4j.internal.retry;

import org.jspecify.annotations.NullMarked;
