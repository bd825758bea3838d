package io.boto4j.internal.protocol;

import io.boto4j.Structure;
import io.boto4j.internal.protocol.Protocol.ServiceError;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.CborException;
import io.boto4j.model.codec.CborReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The errors of RPC v2 CBOR. The code is in {@code __type}, else the status is used; the message is
 * in {@code message} or {@code Message}. Services that used the query protocol before send their
 * old codes in {@code x-amzn-query-error}.
 */
final class CborErrors {
  private CborErrors() {}

  static ServiceError parse(ServiceModel service, WireResponse response) {
    if (ResponseErrors.isGeneric(response)) {
      return ResponseErrors.ofStatus(response.statusCode());
    }
    Map<?, ?> body = body(response);
    if (body == null) {
      return fromProxy(response);
    }
    String shapeName = ResponseErrors.shapeName(body.get("__type"), response.statusCode());
    Structure members = modelledMembers(service, shapeName, response);
    return ResponseErrors.queryCompatible(shapeName, message(body), members, response.headers());
  }

  /**
   * Returns the map in the body, which is empty if there is no body; null if it is something else.
   */
  private static @Nullable Map<?, ?> body(WireResponse response) {
    if (response.body().length == 0) {
      return Map.of();
    }
    try {
      CborReader cbor = new CborReader(response.body());
      Object value = cbor.readValue();
      cbor.end();
      return value instanceof Map<?, ?> map ? map : null;
    } catch (CborException e) {
      return null;
    }
  }

  /** Reads a response that is not from the service but from a proxy. Text becomes the message. */
  private static ServiceError fromProxy(WireResponse response) {
    String text = ResponseErrors.plainText(response.body());
    if (text.isEmpty()) {
      return ResponseErrors.ofStatus(response.statusCode());
    }
    String code = String.valueOf(response.statusCode());
    return ResponseErrors.of(code, text, Map.of(), MapStructure.EMPTY, null);
  }

  /** Returns the message. As in boto3, a null is treated as missing, unlike in JSON. */
  private static String message(Map<?, ?> body) {
    Object message = body.get("message");
    message = message == null ? body.get("Message") : message;
    return message == null ? "" : message.toString();
  }

  private static Structure modelledMembers(
      ServiceModel service, String shapeName, WireResponse response) {
    StructureShape shape = ResponseErrors.shape(service, shapeName);
    if (shape == null || response.body().length == 0) {
      return MapStructure.EMPTY;
    }
    try {
      return CborParser.root(new CborReader(response.body()), shape);
    } catch (CborException | ShapeMismatchException e) {
      // The members do not fit the model: code and message must suffice.
      return MapStructure.EMPTY;
    }
  }
}
