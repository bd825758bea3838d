package io.boto4j.internal.protocol;

import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import org.jspecify.annotations.Nullable;

/** The bodies of events in CBOR. */
final class CborEventBodies implements EventBodies {
  static final EventBodies INSTANCE = new CborEventBodies();

  private CborEventBodies() {}

  @Override
  public void readMembers(byte[] payload, StructureShape shape, @Nullable Object[] slots) {
    CborParser.fill(payload, shape, slots);
  }

  @Override
  public Object readPayload(byte[] payload, Shape shape) {
    return CborParser.body(payload, (StructureShape) shape);
  }
}
