package io.boto4j.internal.protocol;

import io.boto4j.ResponseMetadata;
import io.boto4j.internal.protocol.Protocol.ServiceOutput;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.JsonReader;
import org.jspecify.annotations.Nullable;

/** Events in JSON. */
final class JsonEvents implements EventBodies {
  private static final JsonEvents INSTANCE = new JsonEvents();

  private JsonEvents() {}

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
    JsonReader json = new JsonReader(payload);
    if (!json.readNull()) {
      JsonParser.fill(json, shape, slots);
    }
    json.end();
  }

  @Override
  public @Nullable Object readPayload(byte[] payload, Shape shape) {
    JsonReader json = new JsonReader(payload);
    Object value = JsonParser.value(json, shape);
    json.end();
    return value;
  }
}
