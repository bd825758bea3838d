package io.boto4j.local.wire;

import io.boto4j.model.ServiceModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The protocols of AWS, of which a service may have several. */
enum ProtocolKind {
  JSON("json"),
  REST_JSON("rest-json"),
  REST_XML("rest-xml"),
  QUERY("query"),
  EC2("ec2"),
  CBOR("smithy-rpc-v2-cbor");

  private final String modelName;

  ProtocolKind(String modelName) {
    this.modelName = modelName;
  }

  boolean isRest() {
    return this == REST_JSON || this == REST_XML;
  }

  /** Returns the protocols of a service, as far as they are known. */
  static List<ProtocolKind> of(ServiceModel service) {
    List<ProtocolKind> kinds = new ArrayList<>();
    if (service.metadata().get("protocols") instanceof List<?> names) {
      for (Object name : names) {
        add(String.valueOf(name), kinds);
      }
    }
    add(service.metadata().text("protocol"), kinds);
    return kinds;
  }

  private static void add(@Nullable String name, List<ProtocolKind> to) {
    for (ProtocolKind kind : values()) {
      if (kind.modelName.equals(name) && !to.contains(kind)) {
        to.add(kind);
      }
    }
  }
}
