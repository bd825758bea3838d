package io.boto4j.spark.internal.write;

import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.ResponseStream;
import io.boto4j.error.ServiceException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one call: a response, or an error.
 *
 * @param response the response as a JSON object, or null
 * @param errorCode the error code of the service, or the name of the exception; null for a response
 * @param errorMessage the message of the error, or null
 * @param status the HTTP status, or null if there was no response
 * @param requestId the request id, or null
 * @param attempts the number of attempts, at least 1
 */
record CallOutcome(
    @Nullable String response,
    @Nullable String errorCode,
    @Nullable String errorMessage,
    @Nullable Integer status,
    @Nullable String requestId,
    int attempts) {

  /** Reads a response to its end. */
  static CallOutcome of(Response response) {
    Params whole = Params.copyOf(response);
    for (Map.Entry<String, Object> member : response.entrySet()) {
      if (member.getValue() instanceof ResponseStream stream) {
        whole = whole.with(member.getKey(), bytes(stream));
      }
    }
    return of(response, whole);
  }

  /** Describes a response of which only some members are kept. */
  static CallOutcome of(Response response, Params members) {
    return new CallOutcome(
        Json.write(members),
        null,
        null,
        response.metadata().statusCode(),
        response.metadata().requestId(),
        Math.max(1, response.metadata().attempts().size()));
  }

  private static byte[] bytes(ResponseStream stream) {
    try (stream) {
      return stream.readAllBytes();
    }
  }

  /** Describes the exception with which a call failed. */
  static CallOutcome of(RuntimeException failure) {
    if (failure instanceof ServiceException error) {
      return new CallOutcome(
          null,
          error.code(),
          error.message(),
          error.statusCode(),
          error.requestId(),
          Math.max(1, error.attempts().size()));
    }
    String name = failure.getClass().getSimpleName();
    return new CallOutcome(null, name, String.valueOf(failure.getMessage()), null, null, 1);
  }

  boolean failed() {
    return errorCode != null;
  }
}
