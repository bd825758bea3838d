package io.boto4j.internal.protocol;

import io.boto4j.http.HttpBody;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The REST protocol with JSON bodies.
 *
 * <p>Source: smithy.io, "AWS restJson1 protocol"; where it is silent, boto3's behaviour.
 */
final class RestJsonProtocol extends RestProtocol {
  private static final byte[] EMPTY_OBJECT = {'{', '}'};

  private final boolean milliseconds;

  RestJsonProtocol(ServiceModel service, boolean milliseconds) {
    super(service);
    this.milliseconds = milliseconds;
  }

  @Override
  HttpBody writeMembers(Member input, Map<String, Object> members) {
    JsonWriter json = new JsonWriter().spaced();
    new JsonSerializer(json, milliseconds).structure((StructureShape) input.shape(), members);
    return HttpBody.of(json.buffer(), 0, json.length());
  }

  @Override
  HttpBody writePayload(Member payload, @Nullable Object value) {
    if (value == null) {
      return HttpBody.of(EMPTY_OBJECT);
    }
    JsonWriter json = new JsonWriter().spaced();
    new JsonSerializer(json, milliseconds).value(payload, value);
    return HttpBody.of(json.buffer(), 0, json.length());
  }

  @Override
  String contentType() {
    return "application/json";
  }

  @Override
  void readMembers(byte[] body, StructureShape shape, @Nullable Object[] slots) {
    JsonParser.fill(body, shape, slots);
  }

  @Override
  @Nullable Object readPayload(byte[] body, Shape shape) {
    if (body.length == 0) {
      return nothing(shape);
    }
    JsonReader json = new JsonReader(body);
    Object value =
        shape instanceof StructureShape structure
            ? JsonParser.root(json, structure)
            : JsonParser.value(json, shape);
    json.end();
    return value;
  }

  /** Returns the value of a missing body, which is treated as an empty object, as in boto3. */
  private static @Nullable Object nothing(Shape shape) {
    if (shape.type() == ShapeType.DOCUMENT) {
      return Map.of();
    }
    return shape instanceof StructureShape structure ? SlotStructure.empty(structure) : null;
  }

  @Override
  public ServiceError parseError(OperationModel operation, WireResponse response) {
    return JsonErrors.parse(service(), response, this);
  }
}
