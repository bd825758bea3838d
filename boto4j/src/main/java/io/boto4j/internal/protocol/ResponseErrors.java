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

/** The parts of error parsing that all protocols share. */
final class ResponseErrors {
  /** The number of bytes of a malformed body that become the message. */
  private static final int MAX_TEXT = 4096;

  private static final String QUERY_ERROR = "x-amzn-query-error";

  private ResponseErrors() {}

  /** Whether an error is from a gateway, not the service: its body is empty or a page of HTML. */
  static boolean isGeneric(WireResponse response) {
    if (response.statusCode() < 500) {
      return false;
    }
    byte[] body = response.body();
    int from = afterLeadIn(body, 0);
    String start = new String(body, from, Math.min(body.length - from, 6), StandardCharsets.UTF_8);
    return start.isEmpty() || start.equals("<html>");
  }

  /**
   * Returns the index of the first byte after the blanks that kept the connection alive, and after
   * byte order marks.
   *
   * @param spared the number of bytes at the end that are not skipped
   */
  static int afterLeadIn(byte[] body, int spared) {
    int from = 0;
    while (from < body.length - spared
        && ((body[from] >= 0 && body[from] <= ' ')
            || body[from] == (byte) 0xef
            || body[from] == (byte) 0xbb
            || body[from] == (byte) 0xbf)) {
      from++;
    }
    return from;
  }

  /** Returns the error for a response with nothing usable except its status. */
  static ServiceError ofStatus(int statusCode) {
    return of(
        String.valueOf(statusCode),
        ReasonPhrases.of(statusCode),
        Map.of(),
        MapStructure.EMPTY,
        null);
  }

  /**
   * Returns the name in a type: {@code Name} in {@code com.amazon#Name:http://…}; else the status.
   */
  static String shapeName(@Nullable Object type, int statusCode) {
    String name = type instanceof String text ? text : String.valueOf(statusCode);
    int colon = name.indexOf(':');
    name = colon < 0 ? name : name.substring(0, colon);
    return name.substring(name.lastIndexOf('#') + 1);
  }

  /** Returns the shape of an error, or null if the model does not have it. */
  static @Nullable StructureShape shape(ServiceModel service, String shapeName) {
    StructureShape shape = service.errorShape(shapeName);
    if (shape == null
        && service.findShape(shapeName) instanceof StructureShape named
        && named.isError()) {
      // The errors of CloudWatch have codes from its former query protocol, and "__type" names
      // shapes.
      shape = named;
    }
    return shape;
  }

  /** Returns the beginning of a body as text. */
  static String text(byte[] body) {
    return new String(body, 0, Math.min(body.length, MAX_TEXT), StandardCharsets.UTF_8);
  }

  /** Returns the beginning of a body as text; empty if it is not text. */
  static String plainText(byte[] body) {
    String text = text(body);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\ufffd' || (c < ' ' && c != '\t' && c != '\r' && c != '\n')) {
        return "";
      }
    }
    return text;
  }

  /**
   * Creates an error, with the old code of a service that used the query protocol, if it sends one.
   */
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
    return of(query.substring(0, semicolon), message, details, members, null, shapeName);
  }

  /**
   * Creates an error.
   *
   * @param code the code
   * @param message the message; may be empty
   * @param details further members of {@code Error}
   * @param members the modelled members of the error
   * @param requestId the request id in the body, or null
   */
  static ServiceError of(
      String code,
      String message,
      Map<String, Object> details,
      Structure members,
      @Nullable String requestId) {
    return of(code, message, details, members, requestId, null);
  }

  /**
   * Creates an error.
   *
   * @param shapeName the name of its shape if the response contains it, else null
   */
  static ServiceError of(
      String code,
      String message,
      Map<String, Object> details,
      Structure members,
      @Nullable String requestId,
      @Nullable String shapeName) {
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
    return new ServiceError(
        code, message, MapStructure.ofError(response, members), requestId, shapeName);
  }

  /**
   * The exception to throw for a success response that cannot be read: a {@code
   * ResponseParseException} if the response does not fit the model, else the reason itself.
   *
   * <p>The protocols catch every RuntimeException and leave the choice to this method, for a cold
   * start: a narrower catch clause would load the exceptions it names, one or two classes, when the
   * protocol's class is verified.
   */
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
