package io.boto4j.internal.protocol;

import io.boto4j.ResponseMetadata;
import io.boto4j.internal.protocol.Protocol.ServiceOutput;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import org.jspecify.annotations.Nullable;

/** Events of the REST protocols, whose payloads are written like their bodies. */
final class RestEvents implements EventBodies {
  private final RestProtocol protocol;

  private RestEvents(RestProtocol protocol) {
    this.protocol = protocol;
  }

  static ServiceOutput parse(
      RestProtocol protocol,
      ServiceModel service,
      OperationModel operation,
      WireResponse response,
      ResponseMetadata metadata) {
    return new OutputEvents(
            service, operation, new RestEvents(protocol), response.stream(), metadata)
        .afterHead(response);
  }

  @Override
  public void readMembers(byte[] payload, StructureShape shape, @Nullable Object[] slots) {
    protocol.readMembers(payload, shape, slots);
  }

  @Override
  public @Nullable Object readPayload(byte[] payload, Shape shape) {
    return protocol.readPayload(payload, shape);
  }
}
