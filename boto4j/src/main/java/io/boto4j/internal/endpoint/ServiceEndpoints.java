package io.boto4j.internal.endpoint;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The points at which a service may differ from the others in the region and the general endpoint
 * of its clients. The defaults are those of most services.
 */
public interface ServiceEndpoints {
  /**
   * Whether a client in a region uses the endpoint that serves all regions.
   *
   * @param region the region the user set, or null
   * @param options the configuration
   * @return true to ignore the region
   */
  default boolean isGlobal(@Nullable String region, EndpointOptions options) {
    return false;
  }

  /**
   * Changes the regions of a client.
   *
   * @param found the regions by the facts of the model
   * @param region the region the user set, or null
   * @param options the configuration
   * @return the regions to use
   */
  default ClientRegion region(
      ClientRegion found, @Nullable String region, EndpointOptions options) {
    return region == null ? found.withRules(found.name()) : found;
  }

  /**
   * Returns the general endpoint of a client, where the service has a special one.
   *
   * @param region the regions of the client
   * @param options the configuration
   * @return the URL, or null for the one of the partition
   */
  default @Nullable URI url(ClientRegion region, EndpointOptions options) {
    return null;
  }
}
