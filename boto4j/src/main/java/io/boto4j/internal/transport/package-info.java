/**
 * boto4j's own blocking HTTP/1.1: sockets, pool, TLS.
 *
 * <p>Floor 1, internal. Why not {@code java.net.http} or {@code HttpURLConnection}: the first costs
 * a cold process more than the rest of a call together, the second replays a POST on its own
 * account.
 */
@NullMarked
package io.boto4j.internal.transport;

import org.jspecify.annotations.NullMarked;
