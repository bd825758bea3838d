package io.boto4j.internal.protocol;

import io.boto4j.Structure;
import io.boto4j.error.ResponseParseException;
import io.boto4j.internal.protocol.Protocol.ServiceError;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all protocols make of bad answers, and of answers that make no sense. */
final class AnswerErrors {
  private AnswerErrors() {}

  /** From 500 on, nothing or a page of HTML: a gateway speaks, not the service. */
  static boolean isGeneric(WireResponse answer) {
    if (answer.statusCode() < 500) {
      return false;
    }
    int most = Math.min(answer.body().length, 64);
    String start = new String(answer.body(), 0, most, StandardCharsets.UTF_8).strip();
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
  static ResponseParseException unparsable(
      ServiceModel service, OperationModel operation, WireResponse answer, RuntimeException why) {
    return new ResponseParseException(
        "Unable to parse the answer of "
            + service.name()
            + " "
            + operation.name()
            + " (HTTP "
            + answer.statusCode()
            + ", "
            + answer.body().length
            + " bytes): "
            + why.getMessage(),
        why);
  }
}
