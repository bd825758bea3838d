package io.boto4j.internal.customization;

import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.endpoint.Partitions;

/**
 * The facts about a client that the customization of S3 depends on.
 *
 * @param endpoints the configuration of its endpoints
 * @param region its region
 * @param partitions the partitions
 */
record ClientFacts(EndpointOptions endpoints, ClientRegion region, Partitions partitions) {}
