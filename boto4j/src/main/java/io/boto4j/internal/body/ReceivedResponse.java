package io.boto4j.internal.body;

import io.boto4j.internal.protocol.Protocol.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * A response as it was received.
 *
 * @param response the response
 * @param checksumAlgorithm the algorithm of the checksum its body is validated with, or null if it
 *     is not validated
 */
public record ReceivedResponse(WireResponse response, @Nullable String checksumAlgorithm) {}
