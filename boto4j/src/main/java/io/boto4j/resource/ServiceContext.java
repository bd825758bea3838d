package io.boto4j.resource;

import io.boto4j.Client;
import io.boto4j.error.UnknownResourceException;

/** The parts that all resources of one client share. Immutable. */
record ServiceContext(Client client, Client plainClient, ServiceTypes types, Custom custom) {
  static ServiceContext of(Client plain) {
    ServiceTypes types = plain.model().computed(ServiceTypes.class, ServiceTypes::new);
    if (types.isEmpty()) {
      throw new UnknownResourceException(
          "The '"
              + plain.service()
              + "' resource does not exist in the API version "
              + plain.model().apiVersion()
              + ".\nSession.availableResources() lists the services that have resources, in their"
              + " newest version.\nConsider using session.client(\""
              + plain.service()
              + "\") instead of a resource for '"
              + plain.service()
              + "'");
    }
    Custom custom = Custom.of(plain.service());
    return new ServiceContext(custom.client(plain), plain, types, custom);
  }
}
