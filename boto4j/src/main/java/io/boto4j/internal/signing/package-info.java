/**
 * Authorization of requests: SigV4 and SigV4a in headers and in URLs, SigV2, signed events and
 * upload policies, bearer tokens; and the choice among them.
 *
 * <p>Floor 3, internal. Secrets enter here and must not leave: no exception and no {@code toString}
 * contains a secret key, a derived key or a session token.
 */
@NullMarked
package io.boto4j.internal.signing;

import org.jspecify.annotations.NullMarked;
