/**
 * Signs requests: SigV4 in headers.
 *
 * <p>Floor 3, internal. Secrets enter here and must not leave: no exception and no {@code toString}
 * shows a secret key, a derived key or a session token.
 */
@NullMarked
package io.boto4j.internal.signing;

import org.jspecify.annotations.NullMarked;
