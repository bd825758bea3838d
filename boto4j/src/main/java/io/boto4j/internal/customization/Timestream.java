package io.boto4j.internal.customization;

import io.boto4j.internal.hook.ClientFacts;
import io.boto4j.internal.hook.Customization;

/** Timestream requires that clients discover its endpoints. */
final class Timestream implements Customization {
  @Override
  public Customization forClient(ClientFacts client) {
    Customization discovery = EndpointDiscovery.of(client, /* insists= */ true);
    return discovery == null ? this : discovery;
  }
}
