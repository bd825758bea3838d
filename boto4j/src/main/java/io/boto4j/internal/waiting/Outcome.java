package io.boto4j.internal.waiting;

import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import org.jspecify.annotations.Nullable;

/**
 * What came of one question: an answer or an error, of which a waiter may wait for either.
 *
 * @param response the answer, or the error's
 * @param statusCode the HTTP status
 * @param errorCode the error's code, or null if it is none
 * @param errorMessage what the service says of the error
 */
public record Outcome(
    Structure response, int statusCode, @Nullable String errorCode, String errorMessage) {
  /**
   * The outcome that is an answer.
   *
   * @param response the answer
   * @return the outcome
   */
  public static Outcome of(Response response) {
    return new Outcome(response, response.metadata().statusCode(), null, "");
  }

  /**
   * The outcome that is an error.
   *
   * @param error the error
   * @return the outcome
   */
  public static Outcome of(ServiceException error) {
    return new Outcome(error.response(), error.statusCode(), error.code(), error.message());
  }

  boolean isError() {
    return errorCode != null;
  }
}
