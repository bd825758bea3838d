/**
 * boto4j's own transport: blocking HTTP/1.1 with sockets, pool and TLS, and HTTP/2 for duplex
 * bodies.
 *
 * <p>Floor 1, internal. {@code java.net.http} would cost a cold process more than the rest of the
 * call, and {@code HttpURLConnection} repeats a POST by itself.
 */
@NullMarked
package io.boto4j.internal.transport;

import org.jspecify.annotations.NullMarked;
