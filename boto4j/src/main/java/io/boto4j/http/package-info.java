/**
 * HTTP for the SDK: requests, responses, headers, bodies, and the transport that carries them.
 *
 * <p>Floor 0, public SPI: implement {@link io.boto4j.http.HttpTransport} to send requests with
 * another HTTP client, or to return recorded responses in a test.
 */
@NullMarked
package io.boto4j.http;

import org.jspecify.annotations.NullMarked;
