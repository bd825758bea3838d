package io.boto4j.conformance;

import io.boto4j.http.Headers;

/**
 * An HTTP answer a service might give.
 *
 * @param status the status
 * @param headers the headers
 * @param body the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, Headers headers, byte[] body) {}
