package io.boto4j.internal.protocol;

import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.JsonReader;
import org.jspecify.annotations.Nullable;

/** The bodies of events in JSON. */
final class JsonEventBodies implements EventBodies {
  static final EventBodies INSTANCE = new JsonEventBodies();

  private JsonEventBodies() {}

  @Override
  public void readMembers(byte[] payload, StructureShape shape, @Nullable Object[] slots) {
    JsonParser.fill(payload, shape, slots);
  }

  @Override
  public @Nullable Object readPayload(byte[] payload, Shape shape) {
    JsonReader json = new JsonReader(payload);
    Object value = JsonParser.value(json, shape);
    json.end();
    return value;
  }
}
