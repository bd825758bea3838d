/**
 * The checksums of bodies: the algorithms, and the content coding that carries a checksum in a
 * trailer.
 *
 * <p>Floor 1, internal. A call of an operation without checksums loads nothing of this package.
 */
@NullMarked
package io.boto4j.internal.checksum;

import org.jspecify.annotations.NullMarked;
