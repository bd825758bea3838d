/**
 * HTTP as the SDK sees it: requests, responses, headers, bodies, and the transport that carries
 * them.
 *
 * <p>Floor 0, public SPI: implement {@link io.boto4j.http.HttpTransport} to carry calls over
 * something else than boto4j's own sockets, a recording in a test for one.
 */
@NullMarked
package io.boto4j.http;

import org.jspecify.annotations.NullMarked;
