package io.boto4j.internal.protocol;

import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import org.jspecify.annotations.Nullable;

/** The bodies of events in the REST protocols, which are read like the bodies of responses. */
final class RestEventBodies implements EventBodies {
  private final RestProtocol protocol;

  private RestEventBodies(RestProtocol protocol) {
    this.protocol = protocol;
  }

  static EventBodies of(RestProtocol protocol) {
    return new RestEventBodies(protocol);
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
