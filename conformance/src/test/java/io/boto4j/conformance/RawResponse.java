package io.boto4j.conformance;

import io.boto4j.http.Headers;

/**
 * An HTTP response that a service might send.
 *
 * @param status the status
 * @param headers the headers
 * @param body the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RawResponse(int status, Headers headers, byte[] body) {}
