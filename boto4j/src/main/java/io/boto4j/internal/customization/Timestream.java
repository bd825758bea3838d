package io.boto4j.internal.customization;

import io.boto4j.internal.endpoint.ClientRegion;
import io.boto4j.internal.endpoint.EndpointOptions;
import io.boto4j.internal.endpoint.Partitions;
import io.boto4j.internal.hook.Customization;
import org.jspecify.annotations.Nullable;

/** Timestream requires that clients discover its endpoints. */
final class Timestream implements Customization {
  @Override
  public Customization forClient(
      EndpointOptions endpoints,
      ClientRegion region,
      Partitions partitions,
      @Nullable String discovery) {
    Customization discovered =
        EndpointDiscovery.of(endpoints, partitions, discovery, "timestream", /* insists= */ true);
    return discovered == null ? this : discovered;
  }
}
