package io.boto4j.internal.protocol;

import io.boto4j.error.UnsupportedProtocolException;
import io.boto4j.internal.error.Errors;
import io.boto4j.model.ServiceModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The choice of the protocol of a service. */
public final class Protocols {
  /** boto3's order of preference among the protocols of a service. */
  private static final String[] PREFERENCE = {
    "json", "rest-json", "rest-xml", "smithy-rpc-v2-cbor", "query", "ec2"
  };

  private Protocols() {}

  /**
   * Returns the protocol of a service: the first in boto3's order that the service supports.
   *
   * @param service the service
   * @param milliseconds whether timestamps in JSON are sent with milliseconds
   * @return the protocol
   * @throws UnsupportedProtocolException if boto4j supports none of its protocols
   */
  public static Protocol of(ServiceModel service, boolean milliseconds) {
    List<String> supported = supportedBy(service);
    String chosen = null;
    for (int i = 0; chosen == null && i < PREFERENCE.length; i++) {
      chosen = supported.contains(PREFERENCE[i]) ? PREFERENCE[i] : null;
    }
    Protocol protocol = chosen == null ? null : create(chosen, service, milliseconds);
    if (protocol == null) {
      throw Errors.unsupportedProtocol(
          "The service "
              + service.name()
              + " supports only "
              + String.join(", ", supported)
              + "; boto4j supports "
              + String.join(", ", PREFERENCE));
    }
    return protocol;
  }

  private static @Nullable Protocol create(
      String name, ServiceModel service, boolean milliseconds) {
    return switch (name) {
      case "json" -> new JsonProtocol(service, milliseconds);
      case "rest-json" -> new RestJsonProtocol(service, milliseconds);
      case "rest-xml" -> new RestXmlProtocol(service);
      case "smithy-rpc-v2-cbor" -> new RpcV2CborProtocol(service);
      case "query", "ec2" -> new QueryProtocol(service, name.equals("ec2"));
      default -> null;
    };
  }

  private static List<String> supportedBy(ServiceModel service) {
    List<String> names = new ArrayList<>(2);
    if (service.metadata().get("protocols") instanceof List<?> listed) {
      for (Object name : listed) {
        names.add(String.valueOf(name));
      }
    } else {
      names.add(String.valueOf(service.metadata().text("protocol")));
    }
    return names;
  }
}
