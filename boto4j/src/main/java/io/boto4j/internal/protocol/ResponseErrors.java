package io.boto4j.internal.protocol;

import io.boto4j.Structure;
import io.boto4j.error.ResponseParseException;
import io.boto4j.http.Headers;
import io.boto4j.internal.protocol.Protocol.ServiceError;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.CborException;
import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.XmlException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all protocols make of bad answers, and of answers that make no sense. */
final class ResponseErrors {
  /** A body that is not what it should be becomes the message, but not a megabyte of it. */
  private static final int MAX_TEXT = 4096;

  private static final String QUERY_ERROR = "x-amzn-query-error";

  private ResponseErrors() {}

  /** From 500 on, nothing or a page of HTML: a gateway speaks, not the service. */
  static boolean isGeneric(WireResponse response) {
    if (response.statusCode() < 500) {
      return false;
    }
    int most = Math.min(response.body().length, 64);
    String start = new String(response.body(), 0, most, StandardCharsets.UTF_8).strip();
    return start.isEmpty() || start.startsWith("<html>");
  }

  /** The error of an answer of which only the status says anything. */
  static ServiceError ofStatus(int statusCode) {
    return of(
        String.valueOf(statusCode),
        ReasonPhrases.of(statusCode),
        Map.of(),
        MapStructure.EMPTY,
        null);
  }

  /** {@code com.amazon#Name:http://…} is {@code Name}; without a name the status has to do. */
  static String shapeName(@Nullable Object type, int statusCode) {
    String name = type instanceof String text ? text : String.valueOf(statusCode);
    int colon = name.indexOf(':');
    name = colon < 0 ? name : name.substring(0, colon);
    return name.substring(name.lastIndexOf('#') + 1);
  }

  /** The shape of an error, or null if the model has none of that name. */
  static @Nullable StructureShape shape(ServiceModel service, String shapeName) {
    StructureShape shape = service.errorShape(shapeName);
    if (shape == null
        && service.findShape(shapeName) instanceof StructureShape named
        && named.isError()) {
      // CloudWatch's errors have codes from its days as a query service, and "__type" names shapes.
      shape = named;
    }
    return shape;
  }

  /** The beginning of a body as text. */
  static String text(byte[] body) {
    return new String(body, 0, Math.min(body.length, MAX_TEXT), StandardCharsets.UTF_8);
  }

  /** An error of a service that may have spoken query once, and gives its old code in a header. */
  static ServiceError queryCompatible(
      String shapeName, String message, Structure members, Headers headers) {
    String query = headers.first(QUERY_ERROR);
    int semicolon = query == null ? -1 : query.indexOf(';');
    if (query == null || semicolon <= 0 || query.indexOf(';', semicolon + 1) >= 0) {
      return of(shapeName, message, Map.of(), members, null);
    }
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("QueryErrorCode", shapeName);
    details.put("Type", query.substring(semicolon + 1));
    return of(query.substring(0, semicolon), message, details, members, null);
  }

  /**
   * An error.
   *
   * @param code the code
   * @param message what the service says, may be empty
   * @param details what else belongs to {@code Error}
   * @param members the members the model gives this error
   * @param requestId the request id the body has, if any
   */
  static ServiceError of(
      String code,
      String message,
      Map<String, Object> details,
      Structure members,
      @Nullable String requestId) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("Message", message);
    error.put("Code", code);
    for (Map.Entry<String, Object> detail : details.entrySet()) {
      error.putIfAbsent(detail.getKey(), detail.getValue());
    }
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("Error", new MapStructure(error));
    for (Map.Entry<String, Object> member : members.entrySet()) {
      response.putIfAbsent(member.getKey(), member.getValue());
    }
    return new ServiceError(code, message, MapStructure.ofError(response, members), requestId);
  }

  /** A good answer that cannot be read. */
  static RuntimeException unparsable(
      ServiceModel service, OperationModel operation, WireResponse response, RuntimeException why) {
    boolean isOfResponse =
        why instanceof JsonException
            || why instanceof XmlException
            || why instanceof CborException
            || why instanceof ShapeMismatchException;
    if (!isOfResponse) {
      return why;
    }
    return new ResponseParseException(
        "Unable to parse the response of "
            + service.name()
            + " "
            + operation.name()
            + " (HTTP "
            + response.statusCode()
            + ", "
            + response.body().length
            + " bytes): "
            + why.getMessage(),
        why);
  }
}
