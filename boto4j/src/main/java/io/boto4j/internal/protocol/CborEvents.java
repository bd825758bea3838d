package io.boto4j.internal.protocol;

import io.boto4j.ResponseMetadata;
import io.boto4j.Structure;
import io.boto4j.internal.protocol.Protocol.ServiceOutput;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.CborReader;
import org.jspecify.annotations.Nullable;

/** Events in CBOR. */
final class CborEvents implements EventBodies {
  private static final CborEvents INSTANCE = new CborEvents();

  private CborEvents() {}

  static ServiceOutput parse(
      ServiceModel service,
      OperationModel operation,
      WireResponse response,
      ResponseMetadata metadata) {
    return new OutputEvents(service, operation, INSTANCE, response.stream(), metadata)
        .afterInitialResponse();
  }

  @Override
  public void readMembers(byte[] payload, StructureShape shape, @Nullable Object[] slots) {
    Structure members = root(payload, shape);
    for (int i = 0; i < slots.length; i++) {
      slots[i] = members.get(shape.member(i).name());
    }
  }

  @Override
  public Object readPayload(byte[] payload, Shape shape) {
    return root(payload, (StructureShape) shape);
  }

  private static Structure root(byte[] payload, StructureShape shape) {
    CborReader cbor = new CborReader(payload);
    Structure root = CborParser.root(cbor, shape);
    cbor.end();
    return root;
  }
}
