package io.boto4j.internal.hook;

import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.endpoint.Partitions;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a client that customizations depend on.
 *
 * @param endpoints the configuration of its endpoints
 * @param region its region
 * @param partitions the partitions
 * @param discovery the option {@code endpointDiscoveryEnabled}, or null if it is not set
 */
public record ClientFacts(
    EndpointOptions endpoints,
    ClientRegion region,
    Partitions partitions,
    @Nullable String discovery) {}
