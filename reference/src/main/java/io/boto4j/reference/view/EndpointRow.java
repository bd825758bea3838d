package io.boto4j.reference.view;

/**
 * An endpoint of a service.
 *
 * @param region the region, such as {@code eu-west-1}
 * @param place the name of the region
 * @param host the host
 * @param signingRegion the region in signatures if it is another one; else empty
 */
public record EndpointRow(String region, String place, String host, String signingRegion) {}
