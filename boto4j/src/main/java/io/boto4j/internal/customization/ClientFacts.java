package io.boto4j.internal.customization;

import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.endpoint.Partitions;
import org.jspecify.annotations.Nullable;

/**
 * What customizations may need to know of the client they belong to.
 *
 * @param endpoints what is said of its endpoints
 * @param region its region
 * @param partitions the partitions
 * @param discovery whether endpoints are to be discovered, as the user says it; or null
 */
public record ClientFacts(
    EndpointOptions endpoints,
    ClientRegion region,
    Partitions partitions,
    @Nullable String discovery) {}
