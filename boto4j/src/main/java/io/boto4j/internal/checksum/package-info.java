/**
 * Checksums that travel with a body: the algorithms, and the coding that carries one at a body's
 * end.
 *
 * <p>Floor 1, internal (not exported): imports {@code io.boto4j.http}, {@code io.boto4j.error} and
 * {@code io.boto4j.internal.text} only. Public here means used by other packages of this module.
 * Nothing here is loaded by a call of an operation without checksums.
 */
@NullMarked
package io.boto4j.internal.checksum;

import org.jspecify.annotations.NullMarked;
