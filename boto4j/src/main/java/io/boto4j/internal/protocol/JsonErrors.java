package io.boto4j.internal.protocol;

import io.boto4j.Structure;
import io.boto4j.http.Headers;
import io.boto4j.internal.protocol.Protocol.ServiceError;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The errors of the JSON protocols. The code is in {@code __type}, else the status is used; the
 * message is in {@code message} or {@code Message}. Services that used the query protocol before
 * send their old codes in {@code x-amzn-query-error}. In REST protocols, the code is looked for
 * first in {@code x-amzn-errortype}, and then in {@code code} or {@code Code}.
 */
final class JsonErrors {
  private static final String ERROR_TYPE = "x-amzn-errortype";

  private JsonErrors() {}

  /**
   * Reads an error.
   *
   * @param rest the protocol, if it is a REST protocol: then the error may have members in headers
   */
  static ServiceError parse(
      ServiceModel service, WireResponse response, @Nullable RestProtocol rest) {
    if (ResponseErrors.isGeneric(response)) {
      return ResponseErrors.ofStatus(response.statusCode());
    }
    Map<?, ?> body = body(response);
    Object type = rest == null ? body.get("__type") : restType(body, response.headers());
    String shapeName = ResponseErrors.shapeName(type, response.statusCode());
    Structure members = modelledMembers(service, shapeName, response, rest);
    return ResponseErrors.queryCompatible(shapeName, message(body), members, response.headers());
  }

  private static Map<?, ?> body(WireResponse response) {
    if (response.body().length == 0) {
      return Map.of();
    }
    try {
      JsonReader json = new JsonReader(response.body());
      Object value = json.readValue();
      json.end();
      return value instanceof Map<?, ?> map
          ? map
          : Map.of("message", ResponseErrors.text(response.body()));
    } catch (JsonException e) {
      return Map.of("message", ResponseErrors.text(response.body()));
    }
  }

  private static @Nullable Object restType(Map<?, ?> body, Headers headers) {
    String header = headers.first(ERROR_TYPE);
    if (header != null) {
      return header;
    }
    Object code = body.containsKey("code") ? body.get("code") : body.get("Code");
    return code == null ? body.get("__type") : code.toString();
  }

  private static String message(Map<?, ?> body) {
    Object message = body.containsKey("message") ? body.get("message") : body.get("Message");
    return message == null ? "" : message.toString();
  }

  private static Structure modelledMembers(
      ServiceModel service, String shapeName, WireResponse response, @Nullable RestProtocol rest) {
    StructureShape shape = ResponseErrors.shape(service, shapeName);
    if (shape == null) {
      return MapStructure.EMPTY;
    }
    try {
      return rest == null
          ? JsonParser.root(new JsonReader(response.body()), shape)
          : rest.read(shape, response);
    } catch (JsonException | ShapeMismatchException e) {
      return MapStructure.EMPTY;
    }
  }
}
